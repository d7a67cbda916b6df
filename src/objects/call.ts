/** One method call as a method sees it: who calls, how, and what it may do. */
import type { DataObject, Ref } from '../vim25/value.ts';
import type { Cell } from '../world/cell.ts';
import { VimFault } from '../world/fault.ts';
import type { Facets, KindSpec } from '../world/kind.ts';
import type { TaskFacets } from '../world/task.ts';
import type { Viewer } from '../world/viewer.ts';
import type { Session } from './access/sessions/session.ts';
import type { Site } from './site.ts';

/** How the call came in: what a door knows of it. */
export interface Arrival {
  /** `host:port` the client named; URLs in answers are made of it. */
  readonly address: string;
  readonly scheme: 'http' | 'https';
  /** SHA-1 of the certificate the door shows; undefined where it shows none, or nobody can tell. */
  readonly thumbprint?: string | undefined;
  readonly remoteAddress: string;
  readonly userAgent: string;
  /** Stands for the connection: the same object for every call that comes by it. */
  readonly connection?: object | undefined;
  /** The whole message the call came in, for who checks its signature. */
  readonly message?: Uint8Array | undefined;
  /** The certificate (DER) the client showed when it connected. That it holds the key is certain, whose it is is not. */
  readonly clientCertificate?: Buffer | undefined;
  /** Runs `then` when the client is gone before it got its answer; returns how to call it off. */
  onGone(then: () => void): () => void;
  /** Runs `then` after so much real time; returns how to call it off. Only doors know real time. */
  afterRealTime(milliseconds: number, then: () => void): () => void;
  /** What is still to come in comes no faster than so many bytes a second of real time. */
  slowDown?(bytesPerSecond: number): void;
  /** Sets the session cookie on the answer. */
  setCookie(secret: string): void;
}

export class Call {
  readonly site: Site;
  readonly arrival: Arrival;
  readonly method: string;
  /** The client's API version, as an index into the schema's. */
  readonly version: number;
  readonly opId: string;
  readonly viewer: Viewer;
  /** Undefined before login. */
  readonly session: Cell<Session> | undefined;
  readonly self: Ref;

  constructor(init: Omit<Call, 'entity' | 'user' | 'startTask' | 'turn' | 'resolve' | 'world'>) {
    this.site = init.site;
    this.arrival = init.arrival;
    this.method = init.method;
    this.version = init.version;
    this.opId = init.opId;
    this.viewer = init.viewer;
    this.session = init.session;
    this.self = init.self;
  }

  get user(): string {
    return this.session?.state.identity.userName ?? '';
  }

  get world(): Site['world'] {
    return this.site.world;
  }

  /** Why the tasks of this call are started. */
  protected get reason(): DataObject {
    return { _typeName: 'TaskReasonUser', userName: this.user };
  }

  turn<T>(change: () => T): T {
    return this.site.world.turn(change);
  }

  /** The object a reference names. Throws ManagedObjectNotFound when it is gone, InvalidType when it is another kind. */
  resolve<F extends Facets>(spec: KindSpec<F>, ref: Ref): Cell<F> {
    return resolve(this.site, spec, ref);
  }

  /** Queues long work on behalf of the caller; the method returns the Task's reference. */
  startTask(verb: string, target: Cell<never> | Cell, args: Readonly<Record<string, unknown>> = {}): Ref<'Task'> {
    const cell = target as Cell;
    const entity = cell.is('ManagedEntity') ? cell.ref : undefined;
    const task: Cell<TaskFacets> = this.turn(() =>
      this.site.tasks.start({
        verb,
        name: this.method,
        entity,
        entityName: entity && nameOf(cell),
        target: cell.ref,
        args,
        reason: this.reason,
        user: this.user,
        opId: this.opId,
        parentKey: undefined,
      }),
    );
    return task.ref as Ref<'Task'>;
  }
}

export function resolve<F extends Facets>(site: Site, spec: KindSpec<F>, ref: Ref): Cell<F> {
  const cell = site.world.find(ref.value);
  if (!cell) throw new VimFault('ManagedObjectNotFound', { obj: ref });
  if (!cell.is(spec.type)) throw new VimFault('InvalidType', { argument: ref.value });
  return cell as unknown as Cell<F>;
}

/** The display name of a managed entity. */
export function nameOf(cell: Cell): string {
  return (cell.get('name') as string | undefined) ?? '';
}
