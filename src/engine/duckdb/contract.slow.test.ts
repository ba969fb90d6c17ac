import { exampleFolder } from '../../../fixtures/example-folder.ts'
import { engineContract } from '../contract.ts'

engineContract('duckdb', async (given) => {
  const { data, remove } = await exampleFolder(given)
  return { warehouse: data.warehouse, close: remove }
})
