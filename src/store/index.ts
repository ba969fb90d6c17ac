export { submitForecast } from './forecasts.ts'
export { putGoal, removeGoal } from './goals.ts'
