// How the page looks: on wide and narrow screens, by day and by night, and on paper.

import { paletteStyle } from './palette.ts';

export const styleSheet = (): string =>
  [paletteStyle(), BASE, HEAD, OBJECTS, DETAIL, DRAWINGS, MEDIA].join('\n');

const BASE = `
*{box-sizing:border-box}
html{scroll-padding-top:5.6rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--text);font:15px/1.5 system-ui,-apple-system,"Segoe UI","Noto Sans",sans-serif;overflow-wrap:anywhere}
main,header,footer{max-width:78rem;margin:0 auto;padding:0 1.25rem}
main:focus{outline:none}
section{margin:0 0 2.25rem}main>section>details{margin-top:.6rem}
h1,h2,h3{line-height:1.25;margin:0}
h1{font-size:1.6rem}
h2{font-size:1.15rem;margin-bottom:.75rem}
h3{font-size:.95rem}
p,ul,ol,dl{margin:.4rem 0}
a{color:var(--accent);text-underline-offset:2px}
code,pre,.schema,tbody .name{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;font-size:.875em}
pre{margin:.4rem 0;padding:.7rem .85rem;background:var(--sunken);border-radius:6px;overflow:auto;max-height:32rem;line-height:1.45}
pre code{font-size:1em;overflow-wrap:normal}
summary{cursor:pointer}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:3px}
button,input,select{font:inherit;color:inherit;background:var(--surface);border:1px solid var(--muted);border-radius:6px;padding:.35rem .6rem}
button{cursor:pointer}
button:hover{background:var(--sunken)}
table{border-collapse:collapse;width:100%}
th{text-align:left}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-100vw;top:0;padding:.5rem 1rem;background:var(--surface);z-index:3}
.skip:focus{left:0}
.lead,.meaning,.place,.none{color:var(--muted)}
.scroll{overflow-x:auto}
.plain th,.plain td{padding:.4rem .9rem .4rem 0;border-bottom:1px solid var(--line);vertical-align:top;text-align:left;font-weight:400}
.plain thead th{color:var(--muted);font-size:.85rem}
.plain ul{margin:0;padding:0;list-style:none}
.warned{border-left:4px solid var(--amber);background:var(--amber-ground);padding:.8rem 1rem;border-radius:6px}
dt{font-weight:600}dd{margin:0 0 .4rem}
footer{color:var(--muted);font-size:.85rem;padding-bottom:2rem}`;

const TONES = ['red', 'amber', 'green', 'blue', 'violet']
  .map(
    (
      tone,
    ) => `.badge.${tone},.${tone}>.grade,.${tone}>h3>.grade,.${tone}>.count{color:var(--${tone});background:var(--${tone}-ground)}
.dot.${tone}{background:var(--${tone})}.stack .${tone}{fill:var(--${tone})}
.finding.${tone},.steps>.${tone}{border-left-color:var(--${tone})}
.verdict.${tone}{border-color:var(--${tone})}.verdict.${tone} .mark{color:var(--${tone});background:var(--${tone}-ground)}`,
  )
  .join('\n');

const HEAD = `
header{display:flex;flex-wrap:wrap;align-items:baseline;justify-content:space-between;gap:.25rem 1.5rem;padding-top:.9rem;padding-bottom:.9rem}
.product{margin:0;color:var(--muted)}.product b{color:var(--text)}
nav ul{display:flex;flex-wrap:wrap;gap:.15rem 1rem;margin:0;padding:0;list-style:none;font-size:.9rem}
nav a{color:var(--muted);text-decoration:none}nav a:hover{color:var(--accent);text-decoration:underline}
.verdict{display:flex;gap:1.1rem;padding:1.3rem 1.4rem;background:var(--surface);border:1px solid;border-radius:12px}
.verdict>div{min-width:0}
.mark{flex:none;display:grid;place-items:center;width:2.6rem;height:2.6rem;border-radius:50%;font-size:1.35rem;font-weight:700}
.against{color:var(--muted);font-size:.875rem;margin-bottom:0}.against span+span::before{content:"· "}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(16rem,1fr));gap:1rem}
.tile{background:var(--surface);border:1px solid var(--line);border-radius:12px;padding:1rem 1.2rem}
.tile h3{color:var(--muted);font-weight:600;font-size:.85rem}
.tile p{margin:.25rem 0}
.big{font-size:2.3rem;font-weight:650;line-height:1.15;font-variant-numeric:tabular-nums}.big small{font-size:1rem;font-weight:400;color:var(--muted)}
.tile summary{font-size:.95rem}.tile .red>summary{color:var(--red)}
.bar{display:block;width:100%;height:8px;border-radius:4px;margin:.5rem 0}.bar .rest{fill:var(--line)}.bar .part{fill:var(--accent)}
.counts{margin-top:.4rem;font-variant-numeric:tabular-nums}.counts td,.counts thead th{text-align:right;padding:.12rem 0 .12rem .6rem;font-weight:400}.counts thead th{color:var(--muted);font-size:.85rem}.counts tbody th{font-weight:400}
.stack{display:block;width:100%;height:12px;margin:1.2rem 0 .5rem;border-radius:4px;overflow:hidden}.stack .muted{fill:var(--muted)}
.legend{display:flex;flex-wrap:wrap;gap:.3rem 1.3rem;padding:0;margin:0;list-style:none;font-size:.9rem}
.legend a{color:inherit;text-decoration:none}.legend a:hover{text-decoration:underline}.legend span{color:var(--muted)}
.dot{display:inline-block;width:.65rem;height:.65rem;border-radius:50%;margin-right:.35rem}.dot.muted{background:var(--muted)}
.steps{list-style:none;padding:0;background:var(--surface);border:1px solid var(--line);border-radius:10px;overflow:hidden}
.steps>li{padding:.6rem 1rem;border-left:4px solid}.steps>li+li{border-top:1px solid var(--line)}.steps p{margin:.1rem 0}.steps h3 span{display:block}.steps>li>p{color:var(--muted)}
.grade,.count,.badge{display:inline-block;padding:.05rem .5rem;border-radius:1rem;font-size:.8rem;font-weight:600;white-space:nowrap}
.badge.muted{color:var(--muted);background:var(--sunken)}
.links{display:flex;flex-wrap:wrap;gap:.15rem 1rem;padding:0;list-style:none}
${TONES}`;

const OBJECTS = `
#filters{position:sticky;top:0;z-index:2;display:flex;flex-wrap:wrap;gap:.5rem .8rem;align-items:end;padding:.7rem 0;background:var(--ground)}
#filters[hidden]{display:none}
#filters label{display:grid;font-size:.8rem;color:var(--muted)}#filters input,#filters select{color:var(--text);font-size:.95rem}
#filters .wide{flex:1 1 15rem}#filters .check{display:flex;align-items:center;gap:.4rem;font-size:.95rem;color:var(--text);min-height:2.2rem}
#shown{margin:0;color:var(--muted);min-width:13rem;align-self:center}
kbd{border:1px solid var(--line);border-radius:4px;padding:0 .3rem;font-size:.75rem;justify-self:start}
#filters .wide{grid-template-columns:auto 1fr;gap:0 .4rem}#filters .wide input{grid-column:1/-1}
.objects{--columns:minmax(12rem,1fr) 9rem 4.6rem 4.6rem 4.6rem minmax(8rem,21%) 10.6rem 6.2rem;display:block;background:var(--surface);border:1px solid var(--line);border-radius:10px}
.objects.check{--columns:minmax(12rem,1fr) 9rem 4.6rem 4.6rem minmax(8rem,30%) 10.6rem 6.2rem}
.objects caption,.objects thead,.objects tbody,.objects td>div{display:block}
.objects tr{display:grid;grid-template-columns:var(--columns)}
.objects tbody{border-top:1px solid var(--line);content-visibility:auto;contain-intrinsic-size:auto 2.35rem}.objects tbody[hidden]{display:none}
.objects thead th{color:var(--muted);font-size:.85rem;font-weight:600;padding:.3rem .6rem}
.objects thead button{border:0;padding:.2rem .3rem;margin-left:-.3rem;background:none;font-weight:600}
.objects thead button::after{content:" ↕";opacity:.6}.objects [aria-sort=ascending] button::after{content:" ↑";opacity:1}.objects [aria-sort=descending] button::after{content:" ↓";opacity:1}
.objects tbody>tr>*{padding:.42rem .6rem;font-weight:400;min-width:0}
.objects td.kind,.objects td.file{color:var(--muted);font-size:.875rem}
.objects .number{font-variant-numeric:tabular-nums}
.has.yes{color:var(--green);font-weight:700}.has.no{color:var(--muted)}
.objects summary{list-style-position:outside;margin-left:1.1rem}.objects summary:hover{color:var(--accent)}
.schema{color:var(--muted);font-size:1em}
.objects tr:first-child:has(details[open]){background:var(--sunken)}
.objects tr.detail{display:none}
.objects tr:has(details[open])+tr.detail{display:block}
.objects tr.detail>td{display:block;padding:.5rem 1.2rem 1.1rem 1.7rem}
@supports not selector(:has(a)){.objects tr.detail{display:block}}
`;

const DETAIL = `
.finding{border:1px solid var(--line);border-left:4px solid;border-radius:8px;padding:.7rem 1rem;margin:.7rem 0;background:var(--surface)}
.remedy::before{content:"→ ";color:var(--accent);font-weight:700}
.acceptance{background:var(--sunken);border-radius:6px;padding:.4rem .7rem}
.details{padding-left:1.2rem;color:var(--muted)}
.beside{margin:.8rem 0}.subject{margin:0}.beside .finding{margin-top:.25rem}
.definition{margin:1rem 0 0}
.sides{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:.8rem;margin:.5rem 0}
figure{margin:0;min-width:0}figcaption{font-size:.8rem;color:var(--muted);font-weight:600}
.sides pre{margin:.2rem 0 0;padding:.6rem 0}.sides code{display:block;width:max-content;min-width:100%;padding:0 .8rem}
del,ins{display:inline-block;min-width:100%;margin:0 -.8rem;padding:0 .8rem;text-decoration:none;box-sizing:content-box}
del{background:var(--red-ground);color:var(--red)}ins{background:var(--green-ground);color:var(--green)}
del::before,ins::before{position:absolute;margin-left:-.65rem;content:"+"}del::before{content:"−"}
.copyable{position:relative}.copy{position:absolute;top:.45rem;right:.45rem;font-size:.8rem;padding:.15rem .55rem}`;

const DRAWINGS = `
.drawing{background:var(--surface);border:1px solid var(--line);border-radius:10px;max-height:46rem;overflow:auto}
svg text{fill:var(--text);font:12px ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace}
.entity rect{fill:var(--ground);stroke:var(--muted)}.entity .title{font-weight:700}.entity .more{fill:var(--muted)}
.entity.neighbour rect{stroke-dasharray:4 3}.entity.added rect{stroke:var(--green)}.entity.removed rect{stroke:var(--red)}.entity.changed rect,.entity.renamed rect{stroke:var(--amber)}
.link{fill:none;stroke:var(--muted);stroke-opacity:.65}.link.removed{stroke-dasharray:3 3}marker path{fill:var(--muted)}
.link.lit{stroke:var(--accent);stroke-opacity:1;stroke-width:2.5}.entity.lit rect,.drawing a:hover rect{stroke:var(--accent);stroke-width:2}
.drawing a:focus-visible{outline:none}.drawing a:focus-visible rect{stroke:var(--accent);stroke-width:3}
.chart{display:block;width:100%;min-width:34rem;max-width:60rem;background:var(--surface);border:1px solid var(--line);border-radius:10px}
.chart .tick{fill:var(--muted);font-size:11px}.chart .value{font-weight:700}
.grid{stroke:var(--line)}.area{fill:var(--red);fill-opacity:.12}.trend{fill:none;stroke:var(--red);stroke-width:2.5;stroke-linejoin:round}.chart circle{fill:var(--red);stroke:var(--surface);stroke-width:2}`;

const MEDIA = `
@media (max-width:64rem){.objects,.objects.check{--columns:minmax(0,1fr) 9rem 4.2rem 4.2rem 4.2rem 10.6rem 6.2rem}.objects.check{--columns:minmax(0,1fr) 9rem 4.2rem 4.2rem 10.6rem 6.2rem}.objects .file,.legend span{display:none}}
@media (max-width:44rem){
main,header,footer{padding-left:.8rem;padding-right:.8rem}
.verdict{padding:1rem;gap:.7rem}.mark{width:2rem;height:2rem;font-size:1.05rem}h1{font-size:1.3rem}
.objects{--columns:3.4rem 3.4rem 3.8rem 1fr}.objects.check{--columns:3.4rem 3.8rem 1fr}.objects .name,.objects tr.detail>td{grid-column:1/-1}.objects tbody .has,.objects tbody .standing{padding-top:0}.objects tbody{contain-intrinsic-size:auto 4rem}.objects .kind,.objects .number{display:none}
.objects thead th,.objects tbody>tr:first-child>*{padding-left:.3rem;padding-right:.3rem}.objects tbody>tr:first-child>.has{padding-left:.9rem}
#filters label{flex:1 1 8rem}
.sides{grid-template-columns:minmax(0,1fr)}.objects tr.detail>td{padding:.3rem .6rem .8rem}
#filters{position:static}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@media print{
html{color-scheme:only light;font-size:10px}body{background:#fff;font-size:1.1rem}nav,form,.copy,.skip{display:none!important}
main,header,footer{max-width:none;padding:0}
.verdict,.tile,.finding,tr{break-inside:avoid}pre,.drawing{max-height:none;overflow:visible;white-space:pre-wrap}
.objects tbody{content-visibility:visible}.drawing svg{max-width:100%;height:auto}}`;
