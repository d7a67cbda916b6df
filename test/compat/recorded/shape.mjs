// The shape of answers: which elements stand where, in which order, of which types, and what their texts look like.

/** What was seen at one path over any number of answers. */
export class Shape {
  /** Path -> how often its element was there, and each child: how often, texts, and what came before it. */
  parents = new Map();

  /** Takes in an element of a DOM with all below it. `path` names it. */
  add(element, path) {
    const type = element.getAttribute('xsi:type');
    const own = type ? `${path}:${type.replace(/^\w+:/, '')}` : path;
    const parent = this.at(own);
    parent.times += 1;
    const children = elementsOf(element);
    if (children.length === 0) parent.kinds.add(kindOf(element));
    const seen = new Set();
    for (const child of children) {
      const name = child.localName;
      const childType = child.getAttribute('xsi:type').replace(/^\w+:/, '');
      const known = parent.children.get(name) ?? { times: 0, types: new Set(), marks: new Set(), before: new Set() };
      parent.children.set(name, known);
      known.types.add(childType);
      known.marks.add(marksOf(child));
      if (!seen.has(name)) {
        known.times += 1;
        for (const earlier of seen) known.before.add(earlier);
        seen.add(name);
      }
      this.add(child, `${own}.${name}`);
    }
  }

  at(path) {
    const known = this.parents.get(path) ?? { times: 0, kinds: new Set(), children: new Map() };
    this.parents.set(path, known);
    return known;
  }
}

/** How `ours` differs from `genuine`, as the contract's differences: a is genuine, b is ours. */
export function* differencesOf(genuine, ours, name) {
  for (const [path, theirs] of genuine.parents) {
    const mine = ours.parents.get(path);
    if (!mine) continue;
    const differ = (at, a, b) => ({ path: at, case: name, a, b });
    for (const [child, { times, types, marks, before }] of theirs.children) {
      const own = mine.children.get(child);
      if (!own) {
        if (times === theirs.times) yield differ(`${path}.${child}`, 'always', 'never');
        continue;
      }
      const other = [...own.types].filter((type) => !types.has(type));
      if (other.length > 0) yield differ(`${path}.${child}`, `type ${[...types]}`, `type ${other}`);
      const marked = [...own.marks].filter((mark) => !marks.has(mark));
      if (other.length === 0 && marked.length > 0) {
        yield differ(`${path}.${child}`, `attributes ${[...marks]}`, `attributes ${marked}`);
      }
      const swapped = [...own.before].filter(
        (earlier) => theirs.children.get(earlier)?.before.has(child) && !before.has(earlier),
      );
      if (swapped.length > 0) yield differ(`${path}.${child}`, `before ${swapped}`, `after ${swapped}`);
    }
    for (const child of mine.children.keys()) {
      if (!theirs.children.has(child) && theirs.kinds.size === 0) yield differ(`${path}.${child}`, 'never', 'there');
    }
    const kinds = [...mine.kinds].filter((kind) => ![...theirs.kinds].some((known) => fits(kind, known)));
    if (theirs.kinds.size > 0 && kinds.length > 0) yield differ(path, `${[...theirs.kinds]}`, `${kinds}`);
  }
}

export function elementsOf(node) {
  return Array.from(node.childNodes).filter(({ nodeType }) => nodeType === 1);
}

/** Names of an element's attributes in their order; clients of old look for them so. */
function marksOf(element) {
  const names = Array.from(element.attributes, ({ name }) => name).filter((name) => !name.startsWith('xmlns'));
  return names.join(' ') || 'none';
}

/** What a text looks like; an element that only refers to an object names the type of it. */
function kindOf(element) {
  const target = element.getAttribute('type');
  if (target) return `reference to ${target}`;
  const text = element.textContent;
  if (text === '') return 'empty';
  if (/^(true|false)$/.test(text)) return 'boolean';
  if (/^-?\d+$/.test(text)) return 'integer';
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/.test(text)) return 'time';
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return 'time of another form';
  return 'text';
}

/** A text may be empty, or digits by chance; a boolean, a number or a time is one wherever it stands. */
function fits(kind, known) {
  return (
    kind === known ||
    (known === 'text' && ['empty', 'integer'].includes(kind)) ||
    (known === 'empty' && kind === 'text') ||
    (known === 'integer' && kind === 'text')
  );
}
