// Recorded requests, sent again to another server: what they name there stands in the place of what they named then.
import { DOMParser } from '@xmldom/xmldom';
import { parse } from 'yaml';
import { elementsOf } from './shape.mjs';

/** The exchanges of one recording that a vCenter answered: `{ method, path, action, body, status, answer }`. */
export function exchangesOf(text) {
  const { interactions = [] } = parse(text, { logLevel: 'silent' });
  return interactions
    .map(({ request, response }) => ({
      method: request.method,
      path: new URL(request.uri).pathname,
      action: request.headers.SOAPAction?.[0],
      body: textOf(request.body),
      status: response.status.code,
      answer: textOf(response.body),
    }))
    .filter(({ path }) => /^\/(sdk|pbm)/.test(path));
}

function textOf(body) {
  const text = body?.string ?? body ?? '';
  return typeof text === 'string' ? text : Buffer.from(text).toString('utf8');
}

export class Replay {
  /** Recorded id -> ours. */
  #ids = new Map();
  #cookie;
  #target;
  #objects;

  /** `objects`: ours by type, for what a recording names before any answer has told of it. */
  constructor(target, objects) {
    this.#target = target;
    this.#objects = objects;
  }

  async send({ method, path, action, body }) {
    const headers = { ...(action && { SOAPAction: action }), ...(this.#cookie && { Cookie: this.#cookie }) };
    const url = new URL(path, this.#target.url);
    const init = method === 'GET' ? {} : { body: this.#translated(body) };
    const response = await fetch(url, {
      method,
      headers: { 'Content-Type': 'text/xml; charset=UTF-8', ...headers },
      ...init,
    });
    const [cookie] = response.headers.getSetCookie();
    if (cookie && response.status === 200) this.#cookie = cookie.split(';')[0];
    return { status: response.status, type: response.headers.get('content-type'), answer: await response.text() };
  }

  /** What stands at the same place in both answers is the same thing. */
  learn(recorded, ours) {
    const [a, b] = [recorded, ours].map((xml) => parseXml(xml).documentElement);
    this.#pair(a, b);
  }

  #pair(a, b) {
    const [theirs, mine] = [elementsOf(a), elementsOf(b)];
    const named = a.getAttribute('type') || ['uniqueId', 'key'].includes(a.localName);
    if (theirs.length === 0 && mine.length === 0 && named && !this.#ids.has(a.textContent)) {
      this.#ids.set(a.textContent, b.textContent);
    }
    const counts = new Map();
    for (const child of theirs) {
      const nth = counts.get(child.localName) ?? 0;
      counts.set(child.localName, nth + 1);
      const other = mine.filter(({ localName }) => localName === child.localName)[nth];
      if (other) this.#pair(child, other);
    }
  }

  #translated(body) {
    const right = !/<password[^>]*>bad_password</.test(body);
    const uuid = /<instanceUuid[^>]*>true</.test(body) ? this.#objects.instanceUuid : this.#objects.uuid;
    return body
      .replace(/(<userName[^>]*>)[^<]*/, (_, open) => open + this.#target.user)
      .replace(/(<password[^>]*>)[^<]*/, (_, open) => open + (right ? this.#target.password : 'bad_password'))
      .replace(/(<uuid[^>]*>)[^<]*/, (_, open) => open + uuid)
      .replace(/(<(\w+)[^>]*type="(\w+)"[^>]*>)([^<]+)/g, (whole, open, _name, type, id) => {
        const ours = this.#ids.get(id) ?? this.#objects[type];
        return ours === undefined ? whole : open + ours;
      })
      .replace(/(<(?:uniqueId|key)[^>]*>)([^<]+)/g, (_whole, open, id) => open + (this.#ids.get(id) ?? id));
  }
}

export function parseXml(text) {
  return new DOMParser().parseFromString(text.trim(), 'text/xml');
}
