import { DuckDBInstance } from '@duckdb/node-api'
const i=await DuckDBInstance.create('/tmp/coach-work/g.duckdb',{threads:'1', access_mode:'READ_ONLY'})
const c=await i.connect()
const st=['lead','marketingqualifiedlead','salesqualifiedlead','opportunity','customer'], after=[0,1,1,1,4]
const A="DATE '2025-11-21'",B="DATE '2026-11-21'"
const member=`member AS (SELECT contact_id, min(owner_id) AS owner_id, min(entered_at) AS t1 FROM lifecycle_visit WHERE lifecycle_stage='${st[0]}' AND entered_on >= ${A} AND entered_on < ${B} GROUP BY contact_id)`
const rows=(src)=>`SELECT place, count(*) n, count(*) FILTER (reached) r, count(*) FILTER (reached AND came) rc, count(*) filter (came) cc, avg(tt) FROM (
 SELECT contact_id||':'||place AS id, contact_id, owner_id, place, happened IS NOT NULL AS reached, before IS NOT NULL AS came, happened, date_diff('millisecond', before, happened) AS tt FROM (
 ${st.map((_,k)=>`SELECT contact_id, owner_id, ${k+1} AS place, t${k+1} AS happened, ${k===0?'NULL':'t'+after[k]} AS before FROM ${src}`).join('\n UNION ALL ')} )) GROUP BY CUBE(place) ORDER BY 1`
let v3=`WITH ${member}, visit_1 AS (SELECT m.contact_id, m.owner_id, v.lifecycle_stage AS stage, v.entered_at, m.t1 FROM lifecycle_visit v JOIN member m ON v.contact_id=m.contact_id WHERE v.entered_at >= m.t1)`
for(let k=2;k<=5;k++) v3+=`, visit_${k} AS (SELECT *, min(entered_at) FILTER (WHERE stage='${st[k-1]}' AND entered_at >= t${after[k-1]}) OVER (PARTITION BY contact_id) AS t${k} FROM visit_${k-1})`
v3+=`, way AS (SELECT contact_id, min(owner_id) AS owner_id, ${st.map((_,k)=>`min(t${k+1}) AS t${k+1}`).join(', ')} FROM visit_5 GROUP BY contact_id) ${rows('way')}`
let v2=`WITH member AS (SELECT * FROM (${member.slice(11)} )`.replace('((','(')
v2=`WITH ${member.replace('member AS','way_1 AS')}`
for(let k=2;k<=5;k++) v2+=`, way_${k} AS (SELECT w.contact_id, min(w.owner_id) AS owner_id, ${[...Array(k-1)].map((_,j)=>`min(w.t${j+1}) AS t${j+1}`).join(', ')}, min(v.entered_at) AS t${k} FROM way_${k-1} w LEFT JOIN lifecycle_visit v ON v.contact_id=w.contact_id AND v.lifecycle_stage='${st[k-1]}' AND v.entered_at >= w.t${after[k-1]} GROUP BY w.contact_id)`
v2+=rows('way_5')
// v5: one pass per "round": required boundaries only
const time=async(n,s)=>{let best=1e9,rows;for(let k=0;k<7;k++){const u=process.cpuUsage();const r=await c.runAndReadAll(s);const d=process.cpuUsage(u);best=Math.min(best,(d.user+d.system)/1000);rows=r.getRowsJson()}console.log(n,best.toFixed(1))}
await time('v3',v3); await time('v2',v2)
let v5=`WITH ${member}, visit AS MATERIALIZED (SELECT m.contact_id, v.lifecycle_stage AS stage, v.entered_at, m.t1, m.owner_id FROM lifecycle_visit v JOIN member m ON v.contact_id=m.contact_id WHERE v.entered_at >= m.t1),
 round_1 AS (SELECT contact_id, min(owner_id) owner_id, min(t1) t1, min(entered_at) FILTER (stage='${st[1]}') t2, min(entered_at) FILTER (stage='${st[2]}') t3, min(entered_at) FILTER (stage='${st[3]}') t4, list({s: stage, a: entered_at}) l FROM visit GROUP BY contact_id),
 way AS (SELECT contact_id, owner_id, t1,t2,t3,t4, list_min([x.a for x in l if x.s='${st[4]}' and x.a>=t4]) AS t5 FROM round_1) ${rows('way')}`
await time('v5',v5)
await time('member',`WITH ${member} SELECT count(*) FROM member`)
const visit=`visit AS (SELECT m.contact_id, v.lifecycle_stage AS stage, v.entered_at, m.t1, m.owner_id FROM lifecycle_visit v JOIN member m ON v.contact_id=m.contact_id WHERE v.entered_at >= m.t1)`
await time('visit',`WITH ${member}, ${visit} SELECT count(*) FROM visit`)
await time('round1',`WITH ${member}, ${visit} , round_1 AS (SELECT contact_id, min(owner_id) owner_id, min(t1) t1, min(entered_at) FILTER (stage='${st[1]}') t2, min(entered_at) FILTER (stage='${st[2]}') t3, min(entered_at) FILTER (stage='${st[3]}') t4 FROM visit GROUP BY contact_id) SELECT count(t1), count(t2), count(t3), count(t4) FROM round_1`)
// v6 rounds from visits
const v6=`WITH ${member}, ${visit} , round_1 AS (SELECT contact_id, min(owner_id) owner_id, min(t1) t1, min(entered_at) FILTER (stage='${st[1]}') t2, min(entered_at) FILTER (stage='${st[2]}') t3, min(entered_at) FILTER (stage='${st[3]}') t4 FROM visit GROUP BY contact_id),
 round_2 AS (SELECT v.contact_id, min(v.entered_at) t5 FROM lifecycle_visit v JOIN round_1 r ON r.contact_id=v.contact_id WHERE v.lifecycle_stage='${st[4]}' AND v.entered_at >= r.t4 GROUP BY v.contact_id),
 way AS (SELECT round_1.*, t5 FROM round_1 LEFT JOIN round_2 USING(contact_id)) ${rows('way')}`
await time('v6',v6)
await time('v6 no concat',v6.replace("contact_id||':'||place AS id, ",''))
const u1=JSON.parse((await import('node:fs')).readFileSync('/tmp/journey.json','utf8'))
for (const [n,s] of [['now',u1.sql],['now mat',u1.sql.replace(/(step_\d) AS \(/g,'$1 AS MATERIALIZED (')]]) {let best=1e9;for(let k=0;k<7;k++){const u=process.cpuUsage();await c.runAndReadAll(s,u1.values);const d=process.cpuUsage(u);best=Math.min(best,(d.user+d.system)/1000)}console.log(n,best.toFixed(1))}
