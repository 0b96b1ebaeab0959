/* Sorts and filters the learners. Without it the tables are complete, in the order of the roster. */
(() => {
  const tables = [...document.querySelectorAll('table')].map((table) => ({
    body: table.tBodies[0],
    section: table.closest('section'),
    rows: [...table.tBodies[0].rows].map((row, order) => ({
      row,
      order,
      name: row.cells[0].textContent.trim(),
      text: row.textContent.toLowerCase(),
      points: row.dataset.points === undefined ? -1 : Number(row.dataset.points),
    })),
  }));
  if (tables.length === 0) return;
  const orders = [
    ['In the order of the roster', (a, b) => a.order - b.order],
    ['By name', (a, b) => a.name.localeCompare(b.name)],
    ['Fewest points first', (a, b) => a.points - b.points || a.order - b.order],
    ['Most points first', (a, b) => b.points - a.points || a.order - b.order],
  ];

  const labelled = (text, control) => {
    const label = document.createElement('label');
    label.append(text, ' ', control);
    return label;
  };
  const filter = document.createElement('input');
  filter.type = 'search';
  const sort = document.createElement('select');
  for (const [text] of orders) sort.append(new Option(text));
  const shown = document.createElement('output');

  const update = () => {
    const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const { body, section, rows } of tables) {
      const sorted = [...rows].sort(orders[sort.selectedIndex][1]);
      let kept = 0;
      for (const { row, text } of sorted) {
        row.hidden = !words.every((word) => text.includes(word));
        if (!row.hidden) kept++;
      }
      body.replaceChildren(...sorted.map(({ row }) => row));
      section.hidden = kept === 0;
      count += kept;
    }
    shown.value = `${count} shown`;
  };
  filter.addEventListener('input', update);
  sort.addEventListener('change', update);

  const tools = document.createElement('section');
  tools.className = 'tools';
  tools.setAttribute('aria-label', 'Sort and filter the learners');
  tools.append(labelled('Find', filter), labelled('Sort', sort), shown);
  tables[0].section.before(tools);
})();
