/** The category of a deal: its own, else that of its stage. A lost deal is not forecast. `of` and `stage` are aliases. */
export const forecastCategoryOf = (of: string, stage: string): string => `CASE
      WHEN ${stage}.is_closed AND NOT ${stage}.is_won THEN 'OMIT'
      ELSE coalesce(${of}.forecast_category, ${stage}.forecast_category, CASE WHEN ${stage}.is_won THEN 'CLOSED' ELSE 'PIPELINE' END)
    END`

/** The same of a state of a deal: of a stage that was learned later nothing follows. */
export const forecastCategoryThen = (of: string, stage: string): string => `CASE
      WHEN ${of}.is_stage_hindsight AND ${of}.stage_id IS NULL THEN ${of}.forecast_category
      ELSE ${forecastCategoryOf(of, stage)} END`
