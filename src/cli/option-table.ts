/** The options of `serve` and `exec`, one row each: flag, what it takes, environment variable, help. */
export interface OptionRow {
  readonly flag: string;
  readonly kind: 'string' | 'count' | 'boolean';
  /** What the value is called in the help. */
  readonly value?: string;
  readonly choices?: readonly string[];
  readonly help: string;
}

export const options: readonly OptionRow[] = [
  { flag: 'port', kind: 'count', value: 'PORT', help: 'port to listen on; 0 takes any free one (default 8989)' },
  { flag: 'listen', kind: 'string', value: 'ADDRESS', help: 'address to listen on (default 127.0.0.1)' },
  { flag: 'http', kind: 'boolean', help: 'plain HTTP instead of HTTPS' },
  {
    flag: 'gzip',
    kind: 'string',
    choices: ['auto', 'on', 'off'],
    help: 'compress answers; auto never does on loopback',
  },
  { flag: 'user', kind: 'string', value: 'NAME', help: 'administrator (default administrator@vsphere.local)' },
  { flag: 'password', kind: 'string', value: 'WORD', help: "the administrator's password (default simsphere)" },
  { flag: 'any-login', kind: 'boolean', help: 'any non-empty user and password log in' },
  {
    flag: 'permissions',
    kind: 'string',
    choices: ['enforce', 'log', 'off'],
    help: 'whether permissions count (default enforce); log and off let everybody do everything',
  },
  { flag: 'seed', kind: 'string', value: 'TEXT', help: 'ids, addresses and dice follow from it (default simsphere)' },
  {
    flag: 'api-version',
    kind: 'string',
    value: 'VERSION',
    help: 'product version presented, such as 7.0.3 (default 8.0.3)',
  },
  {
    flag: 'latency',
    kind: 'string',
    value: 'PROFILE',
    help: 'how long simulated work takes: instant (default), realistic or a YAML file',
  },
  { flag: 'clock', kind: 'string', value: 'MODE', help: 'real, xN (N times as fast) or manual (default real)' },
  { flag: 'scenario', kind: 'string', value: 'NAME', help: 'a built-in scenario or a YAML file' },
  { flag: 'esx', kind: 'boolean', help: 'one ESXi host instead of a vCenter' },
  { flag: 'dc', kind: 'count', help: 'datacenters (default 1)' },
  { flag: 'cluster', kind: 'count', help: 'clusters per datacenter (default 1)' },
  { flag: 'host', kind: 'count', help: 'hosts per cluster (default 3)' },
  {
    flag: 'host-name',
    kind: 'string',
    value: 'PATTERN',
    help: 'names of the hosts, such as esx{n}.lab or 127.0.1.{n}; on loopback addresses the server listens too',
  },
  { flag: 'standalone-host', kind: 'count', help: 'standalone hosts per datacenter (default 1)' },
  { flag: 'vm', kind: 'count', help: 'VMs per pool and per standalone host (default 2)' },
  { flag: 'pool', kind: 'count', help: 'resource pools per cluster (default 0)' },
  { flag: 'app', kind: 'count', help: 'vApps per cluster (default 0)' },
  { flag: 'folder', kind: 'count', help: 'folders everything is put in (default 0)' },
  { flag: 'ds', kind: 'count', help: 'datastores per datacenter (default 1)' },
  { flag: 'pod', kind: 'count', help: 'storage pods per datacenter (default 0)' },
  { flag: 'pg', kind: 'count', help: 'distributed port groups per datacenter (default 1)' },
  { flag: 'nsx', kind: 'count', help: 'NSX opaque networks per datacenter (default 0)' },
  { flag: 'ready-file', kind: 'string', value: 'FILE', help: 'written as JSON once the server accepts calls' },
  {
    flag: 'env-file',
    kind: 'string',
    value: 'FILE',
    help: 'written as NAME=value lines once the server accepts calls',
  },
  { flag: 'log-file', kind: 'string', value: 'FILE', help: 'a vpxd-style line per call and task, with its opID' },
  {
    flag: 'state',
    kind: 'string',
    value: 'DIR',
    help: 'directory that keeps the world across restarts; where it holds one, what makes a world is not looked at',
  },
  { flag: 'state-sync', kind: 'boolean', help: 'forces each change out to the disk as well' },
  {
    flag: 'spool',
    kind: 'string',
    value: 'DIR',
    help: 'keep datastore contents there (default a temporary directory)',
  },
  {
    flag: 'control',
    kind: 'boolean',
    help: 'the control API under /_simsphere; with --no-control only health and readiness are told',
  },
  {
    flag: 'control-token',
    kind: 'string',
    value: 'TOKEN',
    help: 'what callers of the control API from elsewhere must show',
  },
  {
    flag: 'journal',
    kind: 'string',
    value: 'FILE',
    help: 'a line of JSON per call: who, what, on what, the answer; secrets left out',
  },
  { flag: 'keep-calls', kind: 'count', help: 'calls the journal keeps in memory (default 1000)' },
  { flag: 'keep-tasks', kind: 'count', help: 'finished tasks kept after ten minutes (default 10000)' },
  { flag: 'keep-events', kind: 'count', help: 'events the log keeps (default 100000)' },
];
