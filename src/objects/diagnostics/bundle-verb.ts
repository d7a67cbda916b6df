/** GenerateLogBundles_Task: an archive with the logs of the server, and one for each host that is asked for. */
import { packedTar } from '../../formats/packed-tar.ts';
import { formatTime } from '../../kernel/time.ts';
import type { DiagnosticManagerBundleInfo } from '../../vim25/generated/index.ts';
import { box } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { VimFault } from '../../world/fault.ts';
import { taskKind } from '../../world/task.ts';
import { isOpen } from '../../world/tasks.ts';
import { hostKind } from '../compute/host/host.ts';
import { verb } from '../managed-object.ts';
import type { Site } from '../site.ts';
import { filesOf, logsOfHost } from './log-book.ts';
import type { LogFile } from './log-entry.ts';
import { pathOf } from './log-files.ts';

interface BundleArgs {
  readonly includeDefault: boolean;
  /** Ids. */
  readonly hosts: readonly string[];
  readonly scheme: 'http' | 'https';
}

interface Bundle {
  readonly name: string;
  readonly files: readonly LogFile[];
  readonly host: string | undefined;
}

const NAME = 'DiagnosticManager.generateLogBundles';

export const bundleVerb: ReturnType<typeof verb<BundleArgs>> = verb<BundleArgs>({
  name: NAME,
  descriptionId: NAME,
  steps: {
    begin({ site, task }) {
      for (const other of site.world.every(taskKind)) {
        const isOther = other.id !== task.id && other.state.request.verb === NAME && isOpen(other);
        if (isOther) throw new VimFault('TaskInProgress', { task: other.ref });
      }
      return { next: 'collect', after: site.latency.duration(NAME) };
    },
    async collect({ site, request, args }) {
      const wanted = bundlesOf(site, args, request.number);
      const packed: Buffer[] = [];
      // One after the other: hosts may be many, and others want to be served meanwhile.
      for (const { files } of wanted) packed.push(await packedTar(files.map((file) => textOf(site, file))));
      return () => {
        const result = wanted.map(({ name, host }, i): DiagnosticManagerBundleInfo => {
          site.log.bundles.put(name, packed[i]!);
          const url = `${args.scheme}://*/diagnostics/${name}`;
          return host === undefined ? { url } : { system: { type: 'HostSystem', value: host }, url };
        });
        return { done: true, result: box('ArrayOfDiagnosticManagerBundleInfo', result) };
      };
    },
  },
});

/** Throws LogBundlingFailed when a host cannot be asked. */
function bundlesOf(site: Site, { includeDefault, hosts }: BundleArgs, number: number): Bundle[] {
  const when = formatTime(site.clock.now()).slice(0, 16).replace('T', '--').replace(':', '.');
  const { own } = site.log;
  const server = site.flavour === 'esx' ? 'esx' : 'vcenter';
  const name = (of: string) => `${of}-${when}-${number}.tgz`;
  return [
    ...(includeDefault ? [{ name: name(server), files: filesOf(own, undefined), host: undefined }] : []),
    ...hosts.map((id) => {
      const host = site.world.as(hostKind, id);
      if (host?.state.runtime.connection !== 'connected') throw new VimFault('LogBundlingFailed');
      return { name: name(`esx-${fileName(host as unknown as Cell)}-${id}`), files: logsOfHost(id), host: id };
    }),
  ];
}

function fileName(host: Cell): string {
  return String(host.get('name'))
    .replace(/[^\w.-]+/g, '_')
    .slice(0, 80);
}

function textOf(site: Site, file: LogFile): { readonly name: string; readonly text: string } {
  const { text } = site.log.lines(file, 1, Number.POSITIVE_INFINITY);
  return { name: pathOf(file).slice(1), text: text.map((line) => `${line}\n`).join('') };
}
