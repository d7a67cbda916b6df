/**
 * One route of the control API, as data: what checks a request and what describes it are the same. `openapi.ts` writes
 * the document from the table of them, `app.ts` serves it.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';
import type { Simulation } from '../../simulator/simulator.ts';
import type { Stage } from '../stage.ts';

export type Verb = 'get' | 'post' | 'put' | 'delete';

/** What an answer with some status is. Without a schema it has no body, or one that is no JSON. */
export interface AnswerShape {
  readonly about: string;
  readonly schema?: z.ZodType;
  /** Media type of a body that is no JSON. */
  readonly type?: string;
}

/** What a handler has at hand. */
export interface Asked<P, Q, B> {
  readonly simulation: Simulation;
  readonly ca: () => string | undefined;
  readonly stage: Stage | undefined;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** An answer: JSON, text of another type, or nothing; undefined where the handler wrote it itself. */
export type Reply =
  | { readonly status: number; readonly json?: unknown; readonly text?: string; readonly type?: string }
  | undefined;

export interface Route {
  readonly verb: Verb;
  /** Below `/_simsphere`: `/faults/{id}`. */
  readonly path: string;
  /** Its name in the document, and of the function that client generators make of it. */
  readonly name: string;
  readonly about: string;
  readonly params?: z.ZodType | undefined;
  readonly query?: z.ZodType | undefined;
  /** JSON, or `bytes` for a body that the handler reads itself. */
  readonly body?: z.ZodType | 'bytes' | undefined;
  /** An empty body stands for an empty object. */
  readonly bodyOptional?: boolean | undefined;
  readonly answers: { readonly [status: number]: AnswerShape };
  readonly run: (asked: Asked<never, never, never>) => Reply | Promise<Reply>;
}

type Read<S> = S extends z.ZodType<infer T> ? T : undefined;

interface Written<P, Q, B> extends Omit<Route, 'params' | 'query' | 'body' | 'run'> {
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly run: (asked: Asked<Read<P>, Read<Q>, Read<B>>) => Reply | Promise<Reply>;
}

/** Gives a handler's parts the types of their schemas. */
export function route<P, Q, B>(written: Written<P, Q, B>): Route {
  return written as unknown as Route;
}

export const NOTHING: AnswerShape = { about: 'done' };
export const DONE: Reply = { status: 204 };
