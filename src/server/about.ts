/** `GET /about`: the methods and types that are built, as vcsim lists its own. */
import { registry } from '../simulator/rooms.ts';
import type { Handler } from './server.ts';

export const about: Handler = (request, response, url) => {
  if (url.pathname !== '/about' || request.method !== 'GET') return false;
  const built = [...registry.all()].filter((m) => m.built);
  const methods = [...new Set(built.map((m) => m.method.name))].sort();
  const types = [...new Set(built.map((m) => m.type))].sort();
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ Methods: methods, Types: types }));
  return true;
};
