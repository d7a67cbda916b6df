/**
 * One call's way: bytes -> syntax -> session -> target and arguments -> authority -> fault rules -> method -> answer.
 *
 * Nothing that comes in can end the process: what nobody foresaw is a SystemError for its caller and a logged stack.
 */

import type { Journal } from '../journal/journal.ts';
import type { Logger } from '../kernel/logger.ts';
import { authorize } from '../objects/access/authorize.ts';
import type { Session } from '../objects/access/sessions/session.ts';
import { viewerFor } from '../objects/access/viewer.ts';
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
import type { Viewer } from '../world/viewer.ts';
import { anonymousMayRead, isQuery } from './anonymous.ts';
import { writeFault, writeValue } from './answer.ts';
import { checkArguments } from './arguments.ts';
import { Conduct } from './conduct.ts';
import { Cookies } from './cookie.ts';
import { type Dialect, Dialects } from './dialect.ts';
import type { SoapAnswer, SoapRequest } from './door.ts';
import { Reception } from './reception.ts';
import type { Bound, Registry } from './registry.ts';
import { type Rules, Spoiled } from './rules.ts';
import type { Service } from './service.ts';
import type { TransportEffect } from './transport.ts';
import { Unbuilt } from './unbuilt.ts';

const FETCHING: Bound = { method: FETCH, run: undefined };

interface Result {
  readonly value: unknown;
  readonly method: Method;
  readonly transport: TransportEffect | undefined;
}

export class Engine {
  readonly #site: Site;
  readonly #main: Service;
  readonly #journal: Journal;
  readonly #rules: Rules;
  readonly #logger: Logger;
  readonly #cookies = new Cookies();
  readonly #viewers = new WeakMap<Cell<Session>, Viewer>();
  /** Exceptions nobody foresaw; a test that sees one fails. */
  readonly unforeseen: unknown[] = [];

  constructor(site: Site, registry: Registry, journal: Journal, rules: Rules, logger: Logger) {
    this.#site = site;
    this.#journal = journal;
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

  /** Answers at once where nothing has to be waited for: a promise costs more than a small call does. */
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
    } finally {
      this.#site.clock.drain();
    }
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

  #answer(dialect: Dialect, { cookie }: Reception, { method, value, transport }: Result): SoapAnswer {
    const { body, more } = writeValue(dialect, method, value);
    return { status: 200, setCookie: cookie, body, more, transport };
  }

  #refusal(dialect: Dialect, { cookie }: Reception, error: unknown): SoapAnswer {
    const { fault, text, transport } = this.#faultOf(error);
    return { status: 500, setCookie: cookie, body: writeFault(dialect, fault, text), more: undefined, transport };
  }

  #call(service: Service, reception: Reception, message: Message, version: number): Result | Promise<Result> {
    const { payload, operationId } = message;
    const site = this.#site;
    const { request } = reception;
    const self = decodeThis(payload, service.root);
    const session = this.#session(this.#cookies.secret(request.cookie)) ?? this.#session(message.sessionCookie);
    const viewer = this.#viewer(session, request.address);
    const cell = service.find(self.value);
    const method = this.#method(service, self, cell, payload.name, session);
    const args = method ? decodeParams(method.method, payload, service.schema, site.version) : undefined;
    if (!session) this.#authenticate(service, self, cell, payload.name, args);
    if (!cell) throw new VimFault('ManagedObjectNotFound', { obj: self });
    if (!method || !args || method.method.version > site.version) {
      throw new VimFault('MethodNotFound', { receiver: cell.ref, method: payload.name });
    }
    const call = new Call({
      site,
      arrival: reception,
      method: payload.name,
      version,
      opId: operationId ?? '',
      viewer,
      session,
      self: cell.ref,
    });
    return this.#perform(service, call, cell, method, args);
  }

  #perform(service: Service, call: Call, cell: Cell, bound: Bound, args: Arguments): Result | Promise<Result> {
    const conduct = new Conduct(this.#journal, this.#site.clock, call, cell, args);
    let value: unknown;
    try {
      checkArguments(this.#site, bound.method, args.params);
      if (bound.method !== FETCH) authorize(this.#site, call.viewer, bound.method, cell, args.params);
      const held = this.#rules.before(call, cell, conduct.rules);
      value = held
        ? held.then(() => this.#run(service, call, cell, bound, args))
        : this.#run(service, call, cell, bound, args);
    } catch (error) {
      return this.#failed(call, cell, conduct, error);
    }
    if (!(value instanceof Promise)) return this.#done(call, cell, bound.method, conduct, value);
    return value.then(
      (later) => this.#done(call, cell, bound.method, conduct, later),
      (error: unknown) => this.#failed(call, cell, conduct, error),
    );
  }

  #done(call: Call, cell: Cell, method: Method, conduct: Conduct, value: unknown): Result {
    const task = taskOf(method, value);
    let transport: TransportEffect | undefined;
    try {
      transport = this.#after(call, cell, conduct.rules, value, task);
    } catch (error) {
      return this.#failed(call, cell, conduct, error);
    }
    conduct.end('answer', undefined, task);
    return { value, method, transport };
  }

  #failed(call: Call, cell: Cell, conduct: Conduct, error: unknown): never {
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

  #run(service: Service, call: Call, cell: Cell, bound: Bound, args: Arguments): unknown {
    if (bound.method === FETCH) return this.#fetch(service, call, cell, args);
    if (!bound.run) throw new Unbuilt(bound.method.name);
    const value = bound.run(call, cell as never, args.params as never);
    // What the call made due (a task of no duration) is done before the answer leaves.
    if (!(value instanceof Promise)) this.#site.clock.drain();
    return value;
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

  #method(
    { registry, schema }: Service,
    self: Ref,
    cell: Cell | undefined,
    name: string,
    session: Cell<Session> | undefined,
  ): Bound | undefined {
    if (name === FETCH.name) return FETCHING;
    if (cell) return registry.find(cell.kind, name);
    // Of an object that is gone only the type it claims says how the arguments read; without a session nothing is read.
    const method = session && schema.managed(self.type)?.methods.get(name);
    return method && { method, run: undefined };
  }

  /** The authentication check comes before the existence check: what is there is nobody's business before login. */
  #authenticate(
    { registry, schema }: Service,
    self: Ref,
    cell: Cell | undefined,
    name: string,
    args: Arguments | undefined,
  ): void {
    const method = cell && registry.find(cell.kind, name)?.method;
    if (method?.privilege === 'System.Anonymous' && !isQuery(name) && name !== FETCH.name) return;
    if (cell && args && anonymousMayRead(this.#site, schema, cell, name, args.params)) return;
    // Clients of what builds on vim25 may be too old to know anything of the fault but its name.
    throw new VimFault('NotAuthenticated', schema.base ? {} : { object: self, privilegeId: 'System.View' });
  }

  #session(secret: string | undefined): Cell<Session> | undefined {
    if (secret === undefined) return undefined;
    return this.#site.world.lookup.first('cookie', secret) as Cell<Session> | undefined;
  }

  /** A session's viewer follows later permissions by itself, so it is kept for as long as the session. */
  #viewer(session: Cell<Session> | undefined, address: string): Viewer {
    const kept = session && this.#viewers.get(session);
    if (kept?.address === address) return kept;
    const viewer = viewerFor(session, address);
    if (session) this.#viewers.set(session, viewer);
    return viewer;
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

/** Tasks of the services beside go by the ids of the tasks they show. */
function taskOf({ result }: Method, value: unknown): string | undefined {
  const is = (result?.type === 'Task' || result?.type === 'VslmTask') && !result.array;
  return is ? (value as Ref | undefined)?.value : undefined;
}
