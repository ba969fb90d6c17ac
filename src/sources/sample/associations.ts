import type { Chapter } from './chapter.ts'

const links = `
  WITH link AS (
    SELECT deal_id(n) AS from_id, 'company' AS to_entity, company_id(company) AS to_id, 'Primary company' AS label
    FROM deal WHERE company IS NOT NULL
    UNION ALL
    SELECT deal_id(n), 'contact', contact_id(contact), 'Primary contact' FROM deal WHERE roll(n, 'contact known') < 0.96
    UNION ALL
    -- Twenty numbers on is the neighbour of the same region.
    SELECT deal_id(n), 'contact', contact_id(contact + 20 * k), CASE k WHEN 1 THEN 'Decision maker' ELSE 'Influencer' END
    FROM deal, range(1, 4) AS others(k)
    WHERE roll(n * 10 + k, 'others involved') < 0.5 - 0.12 * k AND contact + 20 * k <= the('contacts')
  )
  SELECT from_id || '>' || to_id AS id, 'deal' AS from_entity, from_id, to_entity, to_id, label FROM link ORDER BY id`

export const associationChapter: Chapter = {
  doing: 'Associations',
  tables: [],
  pages: [{ stream: 'association', rows: links }],
}
