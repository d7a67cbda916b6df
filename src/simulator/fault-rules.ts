/** Carries the rules of `faults/` to calls, to tasks and to the world. */
import { completeFault } from '../faults/fault-detail.ts';
import type { FaultDetail, Phase, Rule, TransportRuleEffect, WorldEffect } from '../faults/rule.ts';
import type { RuleBook } from '../faults/rule-book.ts';
import type { Call } from '../objects/call.ts';
import { licenseFault } from '../objects/service/licensing.ts';
import type { Site } from '../objects/site.ts';
import { delayOf } from '../objects/storage/slow.ts';
import type { DataObject, Ref } from '../vim25/value.ts';
import type { Cell } from '../world/cell.ts';
import { VimFault } from '../world/fault.ts';
import { type TaskFacets, type TaskTrouble, taskKind } from '../world/task.ts';
import { isOpen, type TaskHook } from '../world/tasks.ts';
import { isSo } from './predicate.ts';
import { Hollow, type Rules, Spoiled } from './rules.ts';
import { subjectOfCall, subjectOfTask } from './subject.ts';
import type { TransportEffect } from './transport.ts';
import { worldEffects } from './world-effects.ts';

/** A task that waits for slow storage; no rule of anybody's. */
const SLOW_STORAGE: Omit<TaskTrouble, 'duration'> = { rule: '', action: 'slow', at: { percent: 0 }, fail: undefined };

/** Bytes of noise in place of an answer. */
const NOISE = 256;

export class FaultRules implements Rules, TaskHook {
  readonly #site: Site;
  readonly #book: RuleBook;
  /** Whether turns are watched, and whether one has been that was not looked at. */
  #watching = false;
  #looking = false;
  /** What is to happen to a call once its work is done. */
  readonly #later = new WeakMap<Call, readonly Rule[]>();
  /** Rules that took a task: the list in the journal's entry of the call that started it, once there is one. */
  readonly #hits = new WeakMap<Cell<TaskFacets>, string[]>();

  constructor(site: Site, book: RuleBook) {
    this.#site = site;
    this.#book = book;
    book.onHour = (effect) => this.#change(effect, undefined, undefined);
    book.holds = (predicate) => isSo(site.world, predicate);
    book.onWatch = () => this.#watch();
  }

  /** From the first rule on that waits for something to hold, each turn may be the one after which it does. */
  #watch(): void {
    if (this.#watching) return;
    this.#watching = true;
    this.#site.world.enlist({ begin: () => {}, commit: () => this.#lookSoon(), rollback: () => {} });
  }

  /** Once a moment, and never in the middle of a turn. */
  #lookSoon(): void {
    if (this.#looking || !this.#book.watches) return;
    this.#looking = true;
    const look = () => {
      this.#looking = false;
      this.#book.look();
    };
    this.#site.clock.at(this.#site.clock.now(), look, { background: true, lasting: true });
  }

  before(call: Call, self: Cell, hits: string[], path?: string): Promise<void> | undefined {
    if (!this.#book.concerns('soap', 'transport', 'world')) return undefined;
    const rules = this.#book.take(subjectOfCall(call, self, path), 'soap', 'transport', 'world');
    if (rules.length === 0) return undefined;
    hits.push(...rules.map((rule) => rule.id));
    const later = rules.filter((rule) => phaseOf(rule) === 'after');
    this.#later.set(call, later);
    for (const { effect } of later) {
      // What is still to be received comes as slowly as the answer will go.
      if (effect.layer === 'transport' && effect.kind === 'bandwidth') call.arrival.slowDown?.(effect.amount!);
    }
    return this.#befall(
      call,
      self,
      rules.filter((rule) => phaseOf(rule) === 'before'),
    );
  }

  after(call: Call, self: Cell, hits: string[], task?: string): TransportEffect | undefined {
    if (task !== undefined) this.#noteTask(task, hits);
    const rules = this.#later.get(call) ?? [];
    this.#later.delete(call);
    // After the work is after what it made due too.
    if (rules.length > 0) this.#site.clock.drain();
    let answer: TransportEffect | undefined;
    for (const { id, effect } of rules) {
      if (effect.layer === 'soap') throw effect.empty ? new Hollow() : late(answer, this.#fault(effect, self.ref));
      if (effect.layer === 'world') this.#change(effect, self, call.session);
      if (effect.layer === 'transport') answer = { ...answer, ...this.#onTheWire(effect, id) };
    }
    return answer;
  }

  beforeStep(task: Cell<TaskFacets>, step: string): VimFault | number | undefined {
    if (task.state.progress.state === 'queued' && task.state.trouble === undefined) {
      const fault = licenseFault(this.#site.world, task.state.request.verb);
      if (fault) return fault;
      this.#plan(task);
    }
    const next = task.state.trouble?.find((trouble) => this.#reached(task, step, trouble));
    if (!next) return undefined;
    this.#keep(
      task,
      task.state.trouble!.filter((trouble) => trouble !== next),
    );
    if (next.action === 'fail') return this.#fault(next.fail!, task.state.request.target);
    if (next.action === 'cancel') return new VimFault('RequestCanceled');
    this.#show(task, next);
    return next.duration;
  }

  /** What rules do to a call before its work, one after the other. */
  #befall(call: Call, self: Cell, rules: readonly Rule[]): Promise<void> | undefined {
    for (const [i, { id, effect }] of rules.entries()) {
      if (effect.layer === 'soap') throw effect.empty ? new Hollow() : this.#fault(effect, self.ref);
      if (effect.layer === 'world') this.#change(effect, self, call.session);
      if (effect.layer !== 'transport') continue;
      if (effect.kind !== 'delay') throw new Spoiled(this.#onTheWire(effect, id));
      const held = new Promise<void>((resolve) => call.arrival.afterRealTime(effect.every ?? 0, resolve));
      return held.then(() => this.#befall(call, self, rules.slice(i + 1)));
    }
    this.#stillThere(call, self);
    return undefined;
  }

  #onTheWire(
    { layer: _layer, phase: _phase, kind, every, ...effect }: TransportRuleEffect,
    rule: string,
  ): TransportEffect {
    if (kind === 'delay') return { rule, kind: 'none', delay: every ?? 0 };
    const noise = kind === 'garbage' || kind === 'garbled' ? this.#noise(rule) : undefined;
    return { rule, kind, every, ...effect, noise };
  }

  /** Follows from the seed and the rule's id; no byte of it is one of a text. */
  #noise(rule: string): Uint8Array {
    const dice = this.#site.random(`faults/${rule}/noise`);
    return Uint8Array.from({ length: NOISE }, () => 0x80 + Math.floor(dice.fraction() * 0x80));
  }

  #fault(detail: FaultDetail, target: Ref): VimFault {
    return new VimFault(detail.fault, completeFault(this.#site.schema, detail, target), detail.message);
  }

  /** A world that changed under a call may have taken its session or its object. */
  #stillThere(call: Call, self: Cell): undefined {
    if (call.session?.alive === false)
      throw new VimFault('NotAuthenticated', { object: self.ref, privilegeId: 'System.View' });
    if (!self.alive) throw new VimFault('ManagedObjectNotFound', { obj: self.ref });
    return undefined;
  }

  /** A change that the world is in no state for, as where work holds the machine, does not come about. */
  #change(effect: WorldEffect, self: Cell | undefined, session: Call['session']): void {
    try {
      worldEffects.get(effect.verb)!.run(this.#site, effect.args, self, session);
    } catch (error) {
      if (!(error instanceof VimFault)) throw error;
    }
    this.#site.clock.drain();
  }

  /** What is in store for a task: by rules, and by the datastores it works on. */
  #plan(task: Cell<TaskFacets>): void {
    const delay = delayOf(this.#site.world, task);
    if (delay > 0) this.#keep(task, [Object.freeze({ ...SLOW_STORAGE, duration: delay })]);
    if (this.#book.concerns('task')) this.#planByRules(task);
  }

  #planByRules(task: Cell<TaskFacets>): void {
    const troubles = this.#book.take(subjectOfTask(task), 'task').flatMap(({ id, effect }) => {
      if (effect.layer !== 'task') return [];
      const { layer: _layer, ...trouble } = effect;
      return [Object.freeze({ rule: id, ...trouble })];
    });
    if (troubles.length === 0) return;
    this.#keep(task, [...(task.state.trouble ?? []), ...troubles]);
    const hits = this.#hits.get(task) ?? [];
    this.#hits.set(task, hits);
    hits.push(...troubles.map(({ rule }) => rule));
  }

  #keep(task: Cell<TaskFacets>, trouble: readonly TaskTrouble[]): void {
    const { world } = this.#site;
    world.turn(() => world.update(task, { trouble: trouble.length === 0 ? undefined : Object.freeze(trouble) }));
  }

  /** Rules that took the task already, and those that will, stand in the journal's entry. */
  #noteTask(id: string, hits: string[]): void {
    const task = this.#site.world.as(taskKind, id);
    if (!task) return;
    hits.push(...(this.#hits.get(task) ?? []));
    if (isOpen(task) && this.#book.concerns('task')) this.#hits.set(task, hits);
    else this.#hits.delete(task);
  }

  #reached(task: Cell<TaskFacets>, step: string, { at }: TaskTrouble): boolean {
    if ('step' in at) return at.step === step;
    if (at.percent === 0) return true;
    const steps = Object.keys(this.#site.tasks.verb(task.state.request.verb).steps);
    const index = steps.indexOf(step);
    const percent = task.state.progress.percent ?? (100 * index) / steps.length;
    return index === steps.length - 1 || (index > 0 && percent >= at.percent);
  }

  /** While it waits a task is seen to run, as far as it got. */
  #show(task: Cell<TaskFacets>, { at }: TaskTrouble): void {
    const { progress } = task.state;
    const percent = 'percent' in at ? at.percent : progress.percent;
    const startTime = progress.startTime ?? this.#site.clock.now();
    const patch: DataObject = { ...progress, state: 'running', startTime, percent };
    this.#site.world.turn(() => this.#site.world.update(task, { progress: Object.freeze(patch) as never }));
  }
}

/** A fault that goes out no sooner than what else befell the answer lets it. */
function late(answer: TransportEffect | undefined, fault: VimFault): Error {
  return answer ? new Spoiled(answer, fault) : fault;
}

function phaseOf({ effect }: Rule): Phase {
  return effect.layer === 'task' ? 'before' : effect.phase;
}
