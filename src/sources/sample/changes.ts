/**
 * History as it is landed, from rows with n, property, ordinal, value, changed_at and changed_by; the ordinal is the
 * order in which a property took its values.
 */
export const changesOf = (entity: string, record: string, from: string): string => `
  SELECT ${record} || ':' || property || ':' || lpad(ordinal::VARCHAR, 3, '0') AS id,
    '${entity}' AS entity, ${record} AS record_id, property, value, changed_at, ordinal AS rank, changed_by, 'sample' AS origin,
    CAST(NULL AS TIMESTAMP) AS seen_at, CAST(NULL AS VARCHAR) AS value_before
  FROM (${from})
  ORDER BY n, property, ordinal`
