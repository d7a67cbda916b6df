/** A scenario's text as data, with the place of every word of it. */
import { type Document, isMap, isNode, LineCounter, parseDocument } from 'yaml';
import { type Path, type Position, ScenarioError } from './scenario-error.ts';

export class ScenarioDocument {
  readonly file: string;
  readonly text: string;
  readonly #lines = new LineCounter();
  #parsed: Document | undefined;
  /** Of much JSON, what it says. */
  readonly #read: unknown;

  /** Throws ScenarioError for what is no YAML. JSON is read as such: of an imported inventory there may be much. */
  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
    if (/\.json$/i.test(file)) this.#read = json(text);
    if (this.#read === undefined) this.#document();
  }

  /** Plain data; an empty file is an empty object. */
  data(): unknown {
    if (this.#read !== undefined) return this.#read;
    try {
      return this.#document().toJS({ maxAliasCount: 100 }) ?? {};
    } catch (error) {
      throw new ScenarioError(this.file, undefined, [], error instanceof Error ? error.message : String(error));
    }
  }

  /** An error about the word at a path, or about the nearest one above it that is there. */
  error(path: Path, message: string): ScenarioError {
    return new ScenarioError(this.file, this.#position(path), path, message);
  }

  #document(): Document {
    if (this.#parsed) return this.#parsed;
    const document = parseDocument(this.text, { lineCounter: this.#lines, prettyErrors: false });
    const [problem] = [...document.errors, ...document.warnings];
    if (problem) throw new ScenarioError(this.file, this.#lineAt(problem.pos[0]), [], problem.message);
    this.#parsed = document;
    return document;
  }

  #position(path: Path): Position | undefined {
    for (let depth = path.length; depth >= 0; depth--) {
      const offset = this.#offset(path.slice(0, depth));
      if (offset !== undefined) return this.#lineAt(offset);
    }
    return undefined;
  }

  /** Of a word in a mapping its key is meant, which stands where the eye looks. */
  #offset(path: Path): number | undefined {
    const above = path.length === 0 ? undefined : this.#document().getIn(path.slice(0, -1), true);
    if (isMap(above)) {
      const pair = above.items.find(({ key }) => isNode(key) && String(key) === String(path.at(-1)));
      return isNode(pair?.key) ? pair.key.range?.[0] : undefined;
    }
    const node = path.length === 0 ? this.#document().contents : this.#document().getIn(path, true);
    return isNode(node) ? node.range?.[0] : undefined;
  }

  #lineAt(offset: number): Position {
    const { line, col } = this.#lines.linePos(offset);
    return { line, column: col };
  }
}

/** Of less it is better to be told what YAML finds, such as a word that stands twice. */
const MUCH = 1_000_000;

function json(text: string): unknown {
  if (text.length < MUCH) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
