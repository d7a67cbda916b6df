/** What may befall a machine from outside: its process asks or dies, its host forgets it. Each inside a turn of its own. */
import type { Cell } from '../../world/cell.ts';
import { post } from '../history/post.ts';
import type { Site } from '../site.ts';
import type { Machine } from './machine.ts';
import { ask, settle } from './power/ask.ts';
import { KNOWN_QUESTIONS } from './power/known-questions.ts';
import type { Asking, Choice, Consequence } from './power/question.ts';
import { kill } from './power/running.ts';
import type { Vm } from './work.ts';

type Said = Readonly<Record<string, unknown>>;

/** Puts a question to the machine, unless one is put already. */
export function afflictWithQuestion(site: Site, vm: Vm, said: Said): void {
  if (!vm.state.question) site.world.turn(() => ask(site, vm, scripted(said)));
}

/** Answers the machine's question, by key or by words; with the default where neither is said. */
export function settleQuestion(site: Site, vm: Vm, said?: string): void {
  const { question } = vm.state;
  if (!question) return;
  const { choices, defaultIndex } = question;
  const choice =
    said === undefined ? choices[defaultIndex] : choices.find(({ key, summary }) => key === said || summary === said);
  if (choice) settle(site, vm, question, choice);
}

/** The machine's process dies. */
export function crash(site: Site, vm: Vm): void {
  site.world.turn(() => kill(site, vm));
}

/** Its host knows it no more, or knows it again. */
export function lose(site: Site, vm: Vm, lost: Machine['lost']): void {
  if (vm.state.lost === lost) return;
  site.world.turn(() => {
    site.world.update(vm, { lost });
    post(site, '', lost ? 'VmOrphanedEvent' : 'VmConnectedEvent', {}, { entity: vm as unknown as Cell });
  });
}

/**
 * A question as a script says it: a known message, or one of its own. `choices` are what is read, in order; `giveUp` and
 * `powerOff` name those that end the work or the machine.
 */
function scripted({ message, text, choices, default: index, giveUp, powerOff }: Said): Asking {
  const id = String(message ?? 'msg.simsphere.question');
  const known = KNOWN_QUESTIONS[id] ?? { message: id, text: id, choices: OK, defaultIndex: 0 };
  const leadsTo = (summary: string): Consequence =>
    list(giveUp).includes(summary) ? 'giveUp' : list(powerOff).includes(summary) ? 'powerOff' : 'goOn';
  const own = list(choices).map((summary, i) => ({
    key: String(i),
    label: `button.${summary.toLowerCase().replaceAll(/\W+/g, '')}`,
    summary,
    leadsTo: leadsTo(summary),
  }));
  const all = own.length > 0 ? own : known.choices;
  const at = index === undefined ? (own.length > 0 ? 0 : known.defaultIndex) : chosen(all, index);
  return { message: id, text: text === undefined ? known.text : String(text), choices: all, defaultIndex: at };
}

const OK: readonly Choice[] = [{ key: '0', label: 'button.ok', summary: 'OK' }];

function list(said: unknown): string[] {
  return said === undefined ? [] : Array.isArray(said) ? said.map(String) : [String(said)];
}

function chosen(choices: readonly Choice[], index: unknown): number {
  const named = choices.findIndex((c) => c.summary === index);
  return named >= 0 ? named : Math.min(choices.length - 1, Math.max(0, Math.trunc(Number(index)) || 0));
}
