import type { OptionRow } from './option-table.ts';

/** Where a run writes down what it makes, unless said otherwise. */
export const LEDGER = 'simsphere-contract.ledger';

export const contractOptions: readonly OptionRow[] = [
  { flag: 'url', kind: 'string', value: 'URL', help: 'SDK endpoint, such as https://vc.example.com/sdk' },
  { flag: 'user', kind: 'string', value: 'NAME', help: 'who runs the cases' },
  { flag: 'password', kind: 'string', value: 'WORD', help: "that user's password (default: SIMSPHERE_PASSWORD)" },
  { flag: 'ca', kind: 'string', value: 'FILE', help: 'PEM of the authority to trust' },
  { flag: 'thumbprint', kind: 'string', value: 'HEX', help: "SHA-1 or SHA-256 of the server's certificate" },
  { flag: 'insecure', kind: 'boolean', help: 'trust any certificate' },
  { flag: 'api-version', kind: 'string', value: 'VERSION', help: 'version of the API to speak (default: the newest)' },
  { flag: 'cluster', kind: 'string', value: 'NAME', help: 'cluster to work in (default: the first found)' },
  { flag: 'reader', kind: 'string', value: 'NAME', help: 'a user who may only read' },
  { flag: 'reader-password', kind: 'string', value: 'WORD', help: "the reader's password" },
  { flag: 'read-only', kind: 'boolean', help: 'only cases that look (the default)' },
  {
    flag: 'allow-changes',
    kind: 'boolean',
    help: 'all cases: what they make stands in a folder of its own and goes again',
  },
  {
    flag: 'prefix',
    kind: 'string',
    value: 'NAME',
    help: 'begins the name of all that is made (default simsphere-contract)',
  },
  {
    flag: 'ledger',
    kind: 'string',
    value: 'FILE',
    help: `says what was made, until it is removed (default ${LEDGER})`,
  },
  { flag: 'clean', kind: 'boolean', help: 'remove what the ledger says a run left that was cut short' },
  {
    flag: 'only',
    kind: 'string',
    value: 'PATTERN',
    help: "cases whose 'area: sentence' matches this regular expression",
  },
  { flag: 'junit', kind: 'string', value: 'FILE', help: 'the results as JUnit writes them' },
  { flag: 'record', kind: 'string', value: 'FILE', help: 'what was seen on the wire, for `simsphere contract diff`' },
  { flag: 'help', kind: 'boolean', help: 'this text' },
];
