/** A long answer as a plain value, for who wants to look at it before it goes out. */
import type { Site } from '../objects/site.ts';
import { createEncoder } from '../soap/index.ts';
import type { Method } from '../vim25/schema.ts';
import { writeValue } from './answer.ts';
import { readAnswer } from './call-source.ts';
import type { Dialect } from './dialect.ts';

import type { Service } from './service.ts';

export async function wholeAnswer(
  { schema }: Pick<Service, 'schema'>,
  dialect: Dialect,
  method: Method,
  value: unknown,
): Promise<unknown> {
  // What was read of objects stands in answers as the codec keeps it.
  if (typeof value !== 'object' || value === null) return value;
  const { body, more } = writeValue(dialect, method, value);
  if (!more) return readAnswer(schema, method, body);
  const parts: Buffer[] = [];
  await more((chunks) => {
    for (const chunk of chunks) parts.push(Buffer.from(chunk));
  });
  return readAnswer(schema, method, parts);
}

/** The same for a call that came in by no door. */
export function wholeValue({ schema, version }: Site, method: Method, value: unknown): Promise<unknown> {
  const dialect = { namespace: schema.namespace, version, encoder: createEncoder(schema, version) };
  return wholeAnswer({ schema }, dialect, method, value);
}
