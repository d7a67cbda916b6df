/** Calls from inside: what a schedule or an alarm has a method do goes the same way as a client's call, minus the wire. */
import { authorize } from '../objects/access/authorize.ts';
import type { Call } from '../objects/call.ts';
import type { Method } from '../vim25/schema.ts';
import { isBoxed } from '../vim25/value.ts';
import type { Cell } from '../world/cell.ts';
import { invalidArgument, notSupported, VimFault } from '../world/fault.ts';
import { checkArguments } from './arguments.ts';
import type { Bound, Registry } from './registry.ts';

/** Runs the call's method on an object; the values stand in the order of the method's parameters. */
export function performInside(registry: Registry, call: Call, self: Cell, values: readonly unknown[]): unknown {
  const bound = registry.find(self.kind, call.method);
  if (!bound || bound.method.version > call.site.version) {
    throw new VimFault('MethodNotFound', { receiver: self.ref, method: call.method });
  }
  if (!bound.run) throw notSupported();
  return performNamed(call, self, bound, named(bound.method, values));
}

/** The same with the arguments by name, and the method found. */
export function performNamed(call: Call, self: Cell, bound: Bound, params: Record<string, unknown>): unknown {
  if (!bound.run) throw notSupported();
  checkArguments(call.site, bound.method, params);
  authorize(call.site, call.viewer, bound.method, self, params);
  return bound.run(call, self as never, params as never);
}

function named(method: Method, values: readonly unknown[]): Record<string, unknown> {
  const params: Record<string, unknown> = {};
  for (const [i, param] of method.params.entries()) {
    const given = values[i];
    const value = isBoxed(given) ? given._value : given;
    if (value !== undefined) params[param.name] = value;
    else if (param.array) params[param.name] = param.optional ? undefined : [];
    else if (!param.optional) throw invalidArgument(param.name);
  }
  return params;
}
