/** A report as JUnit writes it, which CI servers read. */
import type { ContractReport } from './run-contract.ts';

export function junitOf({ target, results, failed, inapplicable }: ContractReport): string {
  const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(3);
  const total = seconds(results.reduce((sum, { milliseconds }) => sum + milliseconds, 0));
  const counts = `tests="${results.length}" failures="${failed}" skipped="${inapplicable}" time="${total}"`;
  const lines = results.map(({ name, area, outcome, reason = '', milliseconds }) => {
    const open = `    <testcase classname="contract.${escaped(area)}" name="${escaped(name)}" time="${seconds(milliseconds)}"`;
    if (outcome === 'passed') return `${open}/>`;
    const [first = ''] = reason.split('\n');
    const inner =
      outcome === 'inapplicable'
        ? `<skipped message="${escaped(first)}"/>`
        : `<failure message="${escaped(first)}">${escaped(reason)}</failure>`;
    return `${open}>${inner}</testcase>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts}>`,
    `  <testsuite name="contract of ${escaped(target)}" ${counts}>`,
    ...lines,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters that XML has no way to write are left out. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign]!)
    .replace(/\n/g, '&#10;');
}
