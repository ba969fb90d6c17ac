import { activityRows } from './activity-kinds.ts'
import type { Chapter } from './chapter.ts'
import { taskChanges, taskTables } from './tasks.ts'
import { nightTouches, partSize, touches } from './touches.ts'

const pages: Chapter['pages'] = [
  { stream: 'activity', rows: activityRows },
  { stream: 'property_change', rows: taskChanges },
]

export const activityChapter: Chapter = {
  doing: 'Activities',
  parts: ({ activities }) => Math.ceil(activities / partSize),
  tables: [touches, ...taskTables],
  pages,
}

export const nightChapter: Chapter = {
  doing: 'Activities in the nights in which the clocks change',
  tables: [nightTouches, ...taskTables],
  pages,
}
