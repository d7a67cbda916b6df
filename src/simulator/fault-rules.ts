/** Carries the rules of `faults/` to calls, to tasks and to the world. */
import { completeFault } from '../faults/fault-detail.ts';
import type { FaultDetail, TaskEffect, TransportRuleEffect, WorldEffect } from '../faults/rule.ts';
import type { RuleBook } from '../faults/rule-book.ts';
import type { Call } from '../objects/call.ts';
import type { Site } from '../objects/site.ts';
import type { DataObject, Ref } from '../vim25/value.ts';
import type { Cell } from '../world/cell.ts';
import { VimFault } from '../world/fault.ts';
import type { TaskFacets } from '../world/task.ts';
import { isOpen, type TaskHook } from '../world/tasks.ts';
import { type Rules, Spoiled } from './rules.ts';
import { subjectOfCall, subjectOfTask } from './subject.ts';
import type { TransportEffect } from './transport.ts';
import { worldEffects } from './world-effects.ts';

/** Rules that took tasks nobody's call asked after; no more of them are remembered. */
const MOST_TAKEN = 1_000;

/** What is to happen to a task on its way. */
interface Plan {
  readonly effect: TaskEffect;
  readonly rule: string;
}

export class FaultRules implements Rules, TaskHook {
  readonly #site: Site;
  readonly #book: RuleBook;
  /** What is to happen to a call once its work is done. */
  readonly #later = new WeakMap<Call, () => TransportEffect | undefined>();
  readonly #plans = new Map<string, Plan>();
  /** Journal entries of calls whose tasks are still under way, by task: a rule that takes one is noted there. */
  readonly #hits = new Map<string, string[]>();
  /** Rules that took tasks, until the call that started them is recorded. */
  readonly #taken = new Map<string, string>();

  constructor(site: Site, book: RuleBook) {
    this.#site = site;
    this.#book = book;
    book.onHour = (effect) => this.#change(effect, undefined);
  }

  before(call: Call, self: Cell, hits: string[], path?: string): Promise<void> | undefined {
    if (!this.#book.concerns('soap', 'transport', 'world')) return undefined;
    const rule = this.#book.take(subjectOfCall(call, self, path), 'soap', 'transport', 'world');
    if (!rule) return undefined;
    hits.push(rule.id);
    const { effect } = rule;
    if (effect.layer === 'task') return undefined;
    const run = () => {
      if (effect.layer === 'transport') return onTheWire(effect, rule.id);
      if (effect.layer === 'soap') throw this.#fault(effect, self.ref);
      this.#change(effect, self);
      return undefined;
    };
    if (effect.phase === 'after') {
      this.#later.set(call, run);
      return undefined;
    }
    const transport = run();
    if (!transport) return this.#stillThere(call, self);
    if (transport.kind !== 'delay') throw new Spoiled(transport);
    return new Promise((resolve) => call.arrival.afterRealTime(transport.amount ?? 0, resolve));
  }

  after(call: Call, _self: Cell, hits: string[], task?: string): TransportEffect | undefined {
    if (task !== undefined) this.#noteTask(task, hits);
    const later = this.#later.get(call);
    this.#later.delete(call);
    return later?.();
  }

  beforeStep(task: Cell<TaskFacets>, step: string): VimFault | number | undefined {
    if (task.state.progress.state === 'queued') this.#plan(task);
    const plan = this.#plans.get(task.id);
    if (!plan || !this.#reached(task, step, plan.effect)) return undefined;
    this.#plans.delete(task.id);
    const { effect } = plan;
    if (effect.action === 'fail') return this.#fault(effect.fail!, task.state.request.target);
    if (effect.action === 'cancel') return new VimFault('RequestCanceled');
    this.#show(task, effect);
    return effect.duration;
  }

  /** Forgets what was planned; after a reset the world knows nothing of it. */
  forget(): void {
    this.#plans.clear();
    this.#hits.clear();
    this.#taken.clear();
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

  #change(effect: WorldEffect, self: Cell | undefined): void {
    worldEffects.get(effect.verb)!.run(this.#site, effect.args, self);
    this.#site.clock.drain();
  }

  #plan(task: Cell<TaskFacets>): void {
    if (!this.#book.concerns('task')) return;
    const rule = this.#book.take(subjectOfTask(task), 'task');
    if (rule?.effect.layer !== 'task') return;
    this.#prune();
    this.#plans.set(task.id, { effect: rule.effect, rule: rule.id });
    const hits = this.#hits.get(task.id);
    if (hits) hits.push(rule.id);
    else this.#taken.set(task.id, rule.id);
  }

  #noteTask(task: string, hits: string[]): void {
    const rule = this.#taken.get(task);
    this.#taken.delete(task);
    if (rule !== undefined) hits.push(rule);
    else if (this.#book.concerns('task')) this.#hits.set(task, hits);
  }

  #prune(): void {
    if (this.#taken.size > MOST_TAKEN) this.#taken.clear();
    for (const map of [this.#plans, this.#hits]) {
      for (const id of map.keys()) {
        const task = this.#site.world.find(id) as Cell<TaskFacets> | undefined;
        if (!task || !isOpen(task)) map.delete(id);
      }
    }
  }

  #reached(task: Cell<TaskFacets>, step: string, { at }: TaskEffect): boolean {
    if ('step' in at) return at.step === step;
    if (at.percent === 0) return true;
    const steps = Object.keys(this.#site.tasks.verb(task.state.request.verb).steps);
    const index = steps.indexOf(step);
    const percent = task.state.progress.percent ?? (100 * index) / steps.length;
    return index === steps.length - 1 || (index > 0 && percent >= at.percent);
  }

  /** While it waits a task is seen to run, as far as it got. */
  #show(task: Cell<TaskFacets>, { at }: TaskEffect): void {
    const { progress } = task.state;
    const percent = 'percent' in at ? at.percent : progress.percent;
    const startTime = progress.startTime ?? this.#site.clock.now();
    const patch: DataObject = { ...progress, state: 'running', startTime, percent };
    this.#site.world.turn(() => this.#site.world.update(task, { progress: Object.freeze(patch) as never }));
  }
}

function onTheWire(effect: TransportRuleEffect, rule: string): TransportEffect {
  const { kind, amount, status, body } = effect;
  return {
    rule,
    kind,
    ...(amount === undefined ? {} : { amount }),
    ...(status === undefined ? {} : { status }),
    ...(body === undefined ? {} : { body }),
  };
}
