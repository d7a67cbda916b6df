/** What is wrong with a scenario, and the line it stands on. */
import { pathText } from '../faults/rule-error.ts';
import { SimError } from '../kernel/errors.ts';

export type Path = readonly (string | number)[];

export interface Position {
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

export class ScenarioError extends SimError {
  readonly file: string;
  readonly position: Position | undefined;
  readonly path: Path;
  /** The message without the place. */
  readonly reason: string;

  constructor(file: string, position: Position | undefined, path: Path, message: string) {
    const where = position ? `${file}:${position.line}:${position.column}` : file;
    const word = path.length > 0 ? ` ${pathText(path)}:` : '';
    super('ERR_SCENARIO', `${where}:${word} ${message}`);
    this.name = 'ScenarioError';
    this.file = file;
    this.position = position;
    this.path = path;
    this.reason = message;
  }
}
