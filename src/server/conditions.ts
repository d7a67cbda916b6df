/** If-Match, If-None-Match, If-Modified-Since, If-Unmodified-Since and If-Range, as RFC 9110 orders them. */
import type { IncomingHttpHeaders } from 'node:http';

const SECOND = 1_000;

function names(header: string, etag: string): boolean {
  return header.trim() === '*' || header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}

/** Whether something was changed after an instant that a header tells; undefined when it tells none. */
function changedSince(header: string | undefined, modified: number): boolean | undefined {
  const since = header === undefined ? Number.NaN : Date.parse(header);
  return Number.isNaN(since) ? undefined : Math.floor(modified / SECOND) * SECOND > since;
}

/** 304 or 412 when what was asked for is not wanted as it is; undefined when it is. */
export function unmetCondition(asked: IncomingHttpHeaders, etag: string, modified: number): 304 | 412 | undefined {
  const { 'if-match': match, 'if-none-match': noneMatch } = asked;
  if (match !== undefined) {
    if (!names(match, etag)) return 412;
  } else if (changedSince(asked['if-unmodified-since'], modified)) return 412;
  if (noneMatch !== undefined) return names(noneMatch, etag) ? 304 : undefined;
  return changedSince(asked['if-modified-since'], modified) === false ? 304 : undefined;
}

/** Whether a change is not wanted of what is there, or of what is not: 412. */
export function forbidsChange(
  asked: IncomingHttpHeaders,
  there: { readonly etag: string; readonly modified: number } | undefined,
): boolean {
  const { 'if-match': match, 'if-none-match': noneMatch, 'if-unmodified-since': since } = asked;
  if (!there) return match !== undefined;
  if (match !== undefined ? !names(match, there.etag) : changedSince(since, there.modified) === true) return true;
  return noneMatch !== undefined && names(noneMatch, there.etag);
}

/** Whether a change depends on what is there. */
export function hasConditions(asked: IncomingHttpHeaders): boolean {
  return (['if-match', 'if-none-match', 'if-unmodified-since'] as const).some((name) => asked[name] !== undefined);
}

/** A range is meant of the file as the client knows it; of another one it wants the whole. */
export function isRangeMeant({ 'if-range': known }: IncomingHttpHeaders, etag: string, modified: number): boolean {
  if (known === undefined) return true;
  const said = Array.isArray(known) ? known[0] : known;
  return said === etag || changedSince(said, modified) === false;
}
