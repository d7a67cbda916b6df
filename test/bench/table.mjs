// The result as a Markdown table and as JSON.

/**
 * One line: what was measured, for whom and what is to be reached. `better` says which way is good, so that a ratio
 * above 1 always means simsphere does better; `atLeast` is a ratio, `atMost` a number of simsphere's own.
 */
export function line(row, metric, unit, simsphere, vcsim, { better = 'less', atLeast, atMost } = {}) {
  // Nothing can be a multiple of nothing: of what should be 0 no ratio is told.
  const ratio =
    vcsim === undefined || atMost === 0 ? undefined : better === 'less' ? vcsim / simsphere : simsphere / vcsim;
  const met = atLeast !== undefined ? ratio >= atLeast : atMost !== undefined ? simsphere <= atMost : undefined;
  return { row, metric, unit, simsphere, vcsim, ratio, atLeast, atMost, met };
}

export function markdown(lines) {
  const table = lines.map(({ row, metric, unit, simsphere, vcsim, ratio, atLeast, atMost, met }) => [
    row,
    `${metric}${unit ? ` (${unit})` : ''}`,
    number(simsphere),
    vcsim === undefined ? '' : number(vcsim),
    ratio === undefined ? '' : `${number(ratio)}x`,
    atLeast === undefined ? (atMost === undefined ? '' : `<= ${number(atMost)}`) : `>= ${atLeast}x`,
    met === undefined ? '' : met ? 'met' : 'MISSED',
  ]);
  const header = ['row', 'measure', 'simsphere', 'vcsim', 'ratio', 'to reach', ''];
  const widths = header.map((title, column) => Math.max(title.length, ...table.map((cells) => cells[column].length)));
  const format = (cells) =>
    `| ${cells.map((cell, column) => (column > 1 ? cell.padStart(widths[column]) : cell.padEnd(widths[column]))).join(' | ')} |`;
  const rule = `|${widths.map((width, column) => (column > 1 ? `${'-'.repeat(width + 1)}:` : '-'.repeat(width + 2))).join('|')}|`;
  return [format(header), rule, ...table.map(format)].join('\n');
}

function number(value) {
  if (!Number.isFinite(value)) return String(value);
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 1 ? 2 : 3;
  return value.toFixed(digits);
}
