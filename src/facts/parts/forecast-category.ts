/** The category of a deal: its own, else that of its stage. A lost deal is not forecast. `of` and `stage` are aliases. */
export const forecastCategoryOf = (of: string, stage: string): string => `CASE
      WHEN ${stage}.is_closed AND NOT ${stage}.is_won THEN 'OMIT'
      ELSE coalesce(${of}.forecast_category, ${stage}.forecast_category, CASE WHEN ${stage}.is_won THEN 'CLOSED' ELSE 'PIPELINE' END)
    END`
