/**
 * One call's way: bytes -> syntax -> session -> target and arguments -> authority -> fault rules -> method -> answer.
 *
 * Nothing that comes in can end the process: what nobody foresaw is a SystemError for its caller and a logged stack.
 */

import type { Journal } from '../journal/journal.ts';
import type { Logger } from '../kernel/logger.ts';
import { authorize } from '../objects/access/authorize.ts';
import { Call } from '../objects/call.ts';
import { Streamed } from '../objects/managed-object.ts';
import { read, Selection, unreadable } from '../objects/query/selection.ts';
import type { Site } from '../objects/site.ts';
import {
  type Arguments,
  DecodeError,
  decodeParams,
  decodeThis,
  FETCH,
  type Message,
  parseXml,
  readEnvelope,
  syntaxFault,
  XmlError,
} from '../soap/index.ts';
import type { Method } from '../vim25/schema.ts';
import type { Ref } from '../vim25/value.ts';
import type { Cell } from '../world/cell.ts';
import { VimFault } from '../world/fault.ts';
import { writeFault, writeValue } from './answer.ts';
import { checkArguments } from './arguments.ts';
import { CallSource } from './call-source.ts';
import { Conduct } from './conduct.ts';
import { type Dialect, Dialects } from './dialect.ts';
import type { SoapAnswer, SoapRequest } from './door.ts';
import { Gate } from './gate.ts';
import { Interceptions } from './interceptions.ts';
import { Openings } from './openings.ts';
import { Reception } from './reception.ts';
import { Register } from './register.ts';
import type { Bound, Registry } from './registry.ts';
import { Hollow, type Rules, Spoiled } from './rules.ts';
import type { Service } from './service.ts';
import type { TransportEffect } from './transport.ts';
import { Unbuilt } from './unbuilt.ts';
import { guardFlavour } from './vcenter-only.ts';

interface Result {
  readonly value: unknown;
  readonly method: Method;
  readonly transport: TransportEffect | undefined;
}

export class Engine {
  readonly #site: Site;
  readonly #main: Service;
  readonly #journal: Journal;
  readonly #register: Register;
  readonly #rules: Rules;
  readonly #logger: Logger;
  readonly #gate: Gate;
  /** Functions in front of methods. */
  readonly interceptions: Interceptions;
  /** Who opened what a client may leave open. */
  readonly openings: Openings;
  /** Exceptions nobody foresaw; a test that sees one fails. */
  readonly unforeseen: unknown[] = [];

  constructor(site: Site, registry: Registry, journal: Journal, rules: Rules, logger: Logger) {
    this.#site = site;
    this.#journal = journal;
    this.#gate = new Gate(site);
    this.interceptions = new Interceptions(site.schema);
    this.openings = new Openings(site.world);
    this.#register = new Register(journal, site, this.openings);
    this.#rules = rules;
    this.#logger = logger;
    this.#main = {
      schema: site.schema,
      registry,
      dialects: new Dialects(site.schema, site.version),
      root: 'ServiceInstance',
      find: (id) => site.world.find(id),
    };
    site.tasks.onUnforeseen = (error, task) => this.#note(error, `task ${task.id}`);
    site.clock.onUnforeseen = (error) => this.#note(error, 'what was due');
  }

  /** Answers at once where nothing has to be waited for, since a promise costs; who has sent that calls `settle`. */
  handle(request: SoapRequest, service: Service = this.#main): SoapAnswer | Promise<SoapAnswer> {
    const dialect = service.dialects.of(request.soapAction);
    const reception = new Reception(request);
    try {
      const message = readEnvelope(parseXml(request.body));
      const result = this.#call(service, reception, message, dialect.version);
      if (result instanceof Promise) return this.#waited(dialect, reception, result);
      return this.#answer(dialect, reception, result);
    } catch (error) {
      return this.#refusal(dialect, reception, error);
    }
  }

  /** Does what calls made due, such as a task of no duration: nobody is served in between, and so it was done at once. */
  settle(): void {
    this.#site.clock.drain();
  }

  async #waited(dialect: Dialect, reception: Reception, result: Promise<Result>): Promise<SoapAnswer> {
    try {
      return this.#answer(dialect, reception, await result);
    } catch (error) {
      return this.#refusal(dialect, reception, error);
    } finally {
      this.#site.clock.drain();
    }
  }

  #answer(dialect: Dialect, reception: Reception, { method, value, transport }: Result): SoapAnswer {
    const written = writeValue(dialect, method, value);
    const more = this.#register.answered(reception, method, value, written);
    return { status: 200, setCookie: reception.cookie, body: written.body, more, transport };
  }

  #refusal(dialect: Dialect, reception: Reception, error: unknown): SoapAnswer {
    const { fault, text, transport } = this.#faultOf(error);
    const body = writeFault(dialect, fault, text);
    this.#register.refused(reception, fault, body.length);
    return { status: 500, setCookie: reception.cookie, body, more: undefined, transport };
  }

  #call(service: Service, reception: Reception, message: Message, version: number): Result | Promise<Result> {
    const { payload, operationId } = message;
    const site = this.#site;
    const { request } = reception;
    reception.method = payload.name;
    const self = decodeThis(payload, service.root);
    reception.self = self;
    const session = this.#gate.session(request.cookie, message.sessionCookie);
    reception.session = session;
    const viewer = this.#gate.viewer(session, request.address);
    const cell = service.find(self.value);
    const method = this.#gate.method(service, self, cell, payload.name, session);
    reception.known = method !== undefined;
    const args = method ? decodeParams(method.method, payload, service.schema, site.version) : undefined;
    if (!session) this.#gate.authenticate(service, self, cell, payload.name, args);
    if (!cell) throw new VimFault('ManagedObjectNotFound', { obj: self });
    if (!method || !args || method.method.version > site.version) {
      throw new VimFault('MethodNotFound', { receiver: cell.ref, method: payload.name });
    }
    const call = new Call({
      site,
      arrival: reception,
      method: method.method.name,
      version,
      opId: operationId ?? '',
      viewer,
      session,
      self: cell.ref,
    });
    return this.#perform(service, reception, call, cell, method, args);
  }

  #perform(
    service: Service,
    reception: Reception,
    call: Call,
    cell: Cell,
    bound: Bound,
    args: Arguments,
  ): Result | Promise<Result> {
    const source = new CallSource(service.schema, bound.method, this.#site.version, reception.request.body);
    const conduct = new Conduct(this.#journal, this.#site.clock, call, cell, source, reception);
    let value: unknown;
    try {
      checkArguments(this.#site, bound.method, args.params);
      if (bound.method !== FETCH) authorize(this.#site, call.viewer, bound.method, cell, args.params);
      const held = this.#rules.before(call, cell, conduct.rules);
      value = held
        ? held.then(() => this.#intercepted(service, call, cell, bound, args, conduct.rules))
        : this.#intercepted(service, call, cell, bound, args, conduct.rules);
    } catch (error) {
      return this.#failed(call, cell, bound.method, conduct, error);
    }
    if (!(value instanceof Promise)) return this.#done(call, cell, bound.method, conduct, value);
    return value.then(
      (later) => this.#done(call, cell, bound.method, conduct, later),
      (error: unknown) => this.#failed(call, cell, bound.method, conduct, error),
    );
  }

  #done(call: Call, cell: Cell, method: Method, conduct: Conduct, value: unknown): Result {
    const task = taskOf(method, value);
    let transport: TransportEffect | undefined;
    try {
      transport = this.#after(call, cell, conduct.rules, value, task);
    } catch (error) {
      return this.#failed(call, cell, method, conduct, error);
    }
    conduct.end('answer', undefined, task);
    return { value, method, transport };
  }

  #failed(call: Call, cell: Cell, method: Method, conduct: Conduct, error: unknown): Result {
    if (error instanceof Hollow) return this.#done(call, cell, method, conduct, undefined);
    if (error instanceof Unbuilt) conduct.end('unbuilt', 'NotSupported');
    else if (error instanceof Spoiled) conduct.end('cut');
    else conduct.end('fault', error instanceof VimFault ? error.type : 'SystemError');
    throw error instanceof Spoiled ? error : this.#spoilt(call, cell, conduct.rules, error);
  }

  /** What rules do to an answer; one that turns it into a fault lets go of what it would have held. */
  #after(
    call: Call,
    cell: Cell,
    rules: string[],
    value: unknown,
    task: string | undefined,
  ): TransportEffect | undefined {
    try {
      return this.#rules.after(call, cell, rules, task);
    } catch (error) {
      if (value instanceof Streamed) value.release();
      throw error;
    }
  }

  /** A fault's answer can be lost on its way like any other. */
  #spoilt(call: Call, cell: Cell, rules: string[], error: unknown): unknown {
    try {
      const transport = this.#rules.after(call, cell, rules);
      return transport ? new Spoiled(transport, error) : error;
    } catch (other) {
      return other;
    }
  }

  #intercepted(service: Service, call: Call, cell: Cell, bound: Bound, args: Arguments, rules: string[]): unknown {
    if (!this.interceptions.any) return this.#run(service, call, cell, bound, args);
    return this.interceptions.run(call, cell, args.params, rules, {
      run: (params) => this.#run(service, call, cell, bound, { ...args, params }),
      whole: async (value) => {
        const { wholeAnswer } = await import('./whole-answer.ts');
        return wholeAnswer(service, dialectOf(service, call), bound.method, value);
      },
    });
  }

  #run(service: Service, call: Call, cell: Cell, bound: Bound, args: Arguments): unknown {
    if (bound.method === FETCH) return this.#fetch(service, call, cell, args);
    if (!bound.run) throw new Unbuilt(bound.method.name);
    guardFlavour(this.#site, bound.method);
    return bound.run(call, cell as never, args.params as never);
  }

  /** `Fetch`: one property of one object, as pyVmomi reads everything. */
  #fetch({ schema }: Service, call: Call, cell: Cell, args: Arguments): unknown {
    const path = args.params['prop'] as string;
    const specs = [{ type: cell.type, pathSet: [path] }];
    const [selected] = new Selection(call.world, specs, call.version, schema).of(cell.kind) ?? [];
    if (!selected) throw new VimFault('InvalidProperty', { name: path });
    const { checks } = this.#site.world;
    if (checks) checks.doing = FETCH.name;
    const fault = unreadable(cell, selected, call.viewer);
    if (fault) throw fault;
    return read(call.world, cell, selected, call.viewer);
  }

  #faultOf(error: unknown): {
    fault: { readonly _typeName: string };
    text: string;
    transport: TransportEffect | undefined;
  } {
    if (error instanceof Spoiled)
      return { ...this.#faultOf(error.failure ?? new VimFault('HostCommunication')), transport: error.transport };
    if (error instanceof VimFault) return { fault: error.detail as never, text: error.message, transport: undefined };
    if (error instanceof XmlError || error instanceof DecodeError)
      return { ...syntaxFault(error), transport: undefined };
    this.#note(error, 'call');
    const fault = new VimFault('SystemError', { reason: 'an internal error; see the log' });
    return { fault: fault.detail as never, text: fault.message, transport: undefined };
  }

  #note(error: unknown, where: string): void {
    this.unforeseen.push(error);
    if (this.unforeseen.length > 100) this.unforeseen.shift();
    this.#logger.error(`unforeseen in ${where}: ${error instanceof Error ? error.stack : String(error)}`);
  }
}

function dialectOf({ dialects }: Service, { arrival }: Call): Dialect {
  return dialects.of(arrival instanceof Reception ? arrival.request.soapAction : undefined);
}

/** Tasks of the services beside go by the ids of the tasks they show. */
function taskOf({ result }: Method, value: unknown): string | undefined {
  const is = (result?.type === 'Task' || result?.type === 'VslmTask') && !result.array;
  return is ? (value as Ref | undefined)?.value : undefined;
}
