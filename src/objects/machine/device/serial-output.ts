/** Serial ports that write to files: what is asked at power-on when such a file has contents already. */
import type { Site } from '../../site.ts';
import { fileAt } from '../../storage/files.ts';
import type { FileAt } from '../machine.ts';
import { type Answers, ask } from '../power/ask.ts';
import { KNOWN_QUESTIONS } from '../power/known-questions.ts';
import type { Vm } from '../work.ts';

const OUTPUT = 'VirtualSerialPortFileBackingInfo';

const REPLACE = '0';

/** True when the machine can start as far as its output files go; else a question is put. Inside a turn. */
export function openOutputs(site: Site, vm: Vm, { answers }: Answers = {}): boolean {
  const asking = KNOWN_QUESTIONS['msg.serial.file.open']!;
  const full = outputsOf(vm).flatMap(({ datastore, path }) => fileAt(site.world, datastore, path) ?? []);
  if (full.every((file) => file.state.content.size === 0)) return true;
  const answer = answers?.[asking.message] ?? ask(site, vm, asking)?.key;
  if (answer !== REPLACE) return answer !== undefined;
  for (const file of full) site.world.update(file, { content: { ...file.state.content, size: 0 } });
  return true;
}

function outputsOf(vm: Vm): FileAt[] {
  return vm.state.devices.flatMap((d) =>
    d.backing?._typeName === OUTPUT && d.connectable?.startConnected !== false && d.backing?.file
      ? [d.backing.file]
      : [],
  );
}
