'use strict';
const palette = ['#0b6bcb', '#c4320a', '#087443', '#6938ef', '#b54708', '#0e7090', '#c11574', '#475467', '#4d7c0f', '#7a2e0e'];
const colour = i => palette[i % palette.length];
const byId = id => document.getElementById(id);
const number = (value, digits = 4) => value === undefined || value === null ? '' : Number(value).toPrecision(digits);
const longest = name => Object.keys(results[0].metrics).filter(it => it.startsWith(name + '@'))
  .sort((a, b) => Number(b.split('@')[1]) - Number(a.split('@')[1]))[0];
const ndcg = longest('NDCG');
const recall = longest('Recall');
const coverage = longest('Coverage');

byId('title').textContent = `Clew evaluation: ${details.dataset}`;
const about = byId('about');
about.append(`Protocol ${details.protocol}, ${details.candidates} candidates (${details.candidateCount} items), ${details.users} users, `
  + `seed ${details.seed}, revision ${details.revision}. `);
const command = document.createElement('code');
command.textContent = details.command;
about.append(command);

function row(table, tag, cells) {
  const tr = table.insertRow();
  cells.forEach(text => { const cell = document.createElement(tag); cell.textContent = text; tr.append(cell); });
}

const names = [...new Set(results.flatMap(it => Object.keys(it.metrics)))];
const select = byId('metric');
names.forEach(name => select.add(new Option(name, name, false, name === ndcg)));
const options = (x, y, more = {}) => ({
  responsive: true, maintainAspectRatio: false, animation: false,
  scales: { x: { title: { display: true, text: x }, ...more }, y: { title: { display: true, text: y } } },
});
let bars;
function drawBars() {
  const name = select.value;
  const of = result => result.metrics[name];
  if (bars) { bars.destroy(); }
  bars = new Chart(byId('bars'), {
    type: 'bar',
    data: {
      labels: results.map(it => it.recommender),
      datasets: [
        { label: '95 % interval', data: results.map(it => of(it) ? [of(it).low, of(it).high] : null), backgroundColor: '#1b1f24',
          grouped: false, barThickness: 4, minBarLength: 2, order: 0 },
        { label: name, data: results.map(it => of(it)?.value), backgroundColor: results.map((it, i) => colour(i)), grouped: false, order: 1 },
      ],
    },
    options: { ...options('', name), plugins: { legend: { display: false } } },
  });
}
select.addEventListener('change', drawBars);
drawBars();

function scatter(id, x, xTitle, more) {
  new Chart(byId(id), {
    type: 'scatter',
    data: { datasets: results.map((it, i) => ({
      label: it.recommender, data: [{ x: x(it), y: it.metrics[ndcg]?.value }], backgroundColor: colour(i), pointRadius: 7 })) },
    options: options(xTitle, ndcg, more),
  });
}
scatter('cost', it => Math.max(0.01, it.fitCpuSeconds + details.rankCpuSeconds[it.recommender]), 'CPU seconds, fitting and answering all users',
  { type: 'logarithmic' });
scatter('coverage', it => it.metrics[coverage]?.value, coverage, {});

const segments = (recommender, by) => details.segments[recommender].filter(it => it.by === by);
const lengths = segments(results[0].recommender, 'history length');
new Chart(byId('lengths'), {
  type: 'line',
  data: {
    labels: lengths.map(it => `${it.name} (${it.size} users)`),
    datasets: results.map((it, i) => ({
      label: it.recommender, data: segments(it.recommender, 'history length').map(segment => segment.metrics[recall].value),
      borderColor: colour(i), backgroundColor: colour(i) })),
  },
  options: options('items liked in the train part', recall),
});

row(byId('metrics'), 'th', ['Metric', ...results.map(it => it.recommender)]);
names.forEach(name => row(byId('metrics'), 'td', [name, ...results.map(it => {
  const metric = it.metrics[name];
  return !metric ? '' : metric.low === metric.high ? number(metric.value)
    : `${number(metric.value)} [${number(metric.low)}, ${number(metric.high)}]`;
})]));
row(byId('metrics'), 'td', ['CPU seconds of fitting', ...results.map(it => it.fitCpuSeconds.toFixed(1))]);
row(byId('metrics'), 'td', ['CPU seconds of answering', ...results.map(it => details.rankCpuSeconds[it.recommender].toFixed(1))]);
row(byId('metrics'), 'td', ['Peak memory, MiB', ...results.map(it => (it.peakMemoryBytes / 1048576).toFixed(0))]);

const ages = segments(results[0].recommender, 'item age');
row(byId('ages'), 'th', [`${recall} by item age`, ...ages.map(it => `${it.name} (${it.size})`)]);
results.forEach(it => row(byId('ages'), 'td', [it.recommender, ...segments(it.recommender, 'item age').map(s => number(s.metrics[recall]?.value))]));

row(byId('comparisons'), 'th', ['First', 'Second', 'Metric', 'Difference', 'p (t)', 'p (Wilcoxon)', 'Users']);
details.comparisons.forEach(it => row(byId('comparisons'), 'td',
  [it.first, it.second, it.metric, number(it.difference, 3), number(it.tTestP, 2), number(it.wilcoxonP, 2), it.users]));

row(byId('settings'), 'th', ['Recommender', 'Settings']);
results.forEach(it => row(byId('settings'), 'td', [it.recommender, JSON.stringify(it.settings)]));
