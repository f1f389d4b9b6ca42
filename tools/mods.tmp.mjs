import { build } from 'vite';
import { gzipSync } from 'node:zlib';
const sizes=new Map(); const chunks=[];
await build({logLevel:'silent',build:{write:false},plugins:[{name:'x',generateBundle:{order:'post',handler(o,b){
 for(const c of Object.values(b)){ if(c.type!=='chunk')continue; const gz=gzipSync(c.code,{level:9}).length; let tot=0; for(const m of Object.values(c.modules)) tot+=m.renderedLength||0; chunks.push([gz,c.fileName,c.isDynamicEntry,Object.keys(c.modules).length, c.code.length]);
 for(const [id,m] of Object.entries(c.modules)){ const s=(m.renderedLength||0)/(tot||1)*gz; sizes.set(id,(sizes.get(id)||0)+s);} }
}}}]});
const g=new Map();
for(const [id,s] of sizes){ let k; const i=id.lastIndexOf('/node_modules/'); if(i>=0){const r=id.slice(i+14); k=r.startsWith('@')?r.split('/').slice(0,2).join('/'):r.split('/')[0];} else {const r=id.replace(/.*\/main\/src\//,''); k='src/'+r.split('/').slice(0,process.argv[2]==='2'?2:3).slice(0,-1).join('/');} g.set(k,(g.get(k)||0)+s);}
for(const [k,s] of [...g].sort((a,b)=>b[1]-a[1]).slice(0,90)) console.log((s/1000).toFixed(1),k);
console.log('total',[...sizes.values()].reduce((a,b)=>a+b)/1000, chunks.length);
import {writeFileSync} from 'node:fs';
writeFileSync('/tmp/n17/mods.json',JSON.stringify([...sizes].sort((a,b)=>b[1]-a[1]).map(([a,b])=>[Math.round(b),a])));
writeFileSync('/tmp/n17/chunks.json',JSON.stringify(chunks.sort((a,b)=>b[0]-a[0])));
const d=chunks.filter(c=>c[2]); console.log('dynamic',d.length,d.reduce((a,c)=>a+c[0],0),'small dyn<2k',d.filter(c=>c[0]<2000).length,d.filter(c=>c[0]<2000).reduce((a,c)=>a+c[0],0));
