import { DuckDBInstance } from '@duckdb/node-api'
import { readFileSync } from 'node:fs'
const i=await DuckDBInstance.create('/tmp/coach-work/g.duckdb',{threads:'2', access_mode:'READ_ONLY'})
const c=await i.connect()
const {sql,values}=JSON.parse(readFileSync(process.argv[2]??'/tmp/journey.json','utf8'))
const time=async(s,v)=>{let best=1e9;for(let k=0;k<5;k++){const t=performance.now();const r=await c.runAndReadAll(s,v);best=Math.min(best,performance.now()-t);var rows=r.getRowsJson()}return [best.toFixed(1),rows.length]}
console.log(await time(sql,values))
console.log('materialized',await time(sql.replace(/(step_\d) AS \(/g,'$1 AS MATERIALIZED ('),values))
console.log((await c.runAndReadAll('select count(*) from lifecycle_visit')).getRowsJson())
