// A comparison that sees nothing agrees with everything: each sort of difference, made on purpose, must be seen.
import { parseXml } from './replay.mjs';
import { differencesOf, Shape } from './shape.mjs';

const DIFFERENT = {
  'an element in another place': ['<a>1</a><b>true</b>', '<b>true</b><a>1</a>'],
  'an element that is missing': ['<a>1</a><b>true</b>', '<a>1</a>'],
  'an element too many': ['<a>1</a>', '<a>1</a><b>1</b>'],
  'a text that is no boolean': ['<a>true</a>', '<a>1</a>'],
  'a text that is no number': ['<a><n>true</n></a>', '<a><n>many</n></a>'],
  'a time with too many digits': ['<a>2023-12-14T06:53:33.763524Z</a>', '<a>2023-12-14T06:53:33.7635240Z</a>'],
  'another type': ['<a xsi:type="X"></a>', '<a xsi:type="Y"></a>'],
  'a type left out': ['<a xsi:type="X"></a>', '<a></a>'],
  'attributes in another order': ['<a type="M" xsi:type="X">m-1</a>', '<a xsi:type="X" type="M">m-1</a>'],
  'a reference to another type': ['<a type="M">m-1</a>', '<a type="N">m-1</a>'],
};

/** The sorts of differences that are not seen. */
export function blindSpots() {
  return Object.keys(DIFFERENT).filter((sort) => {
    const [genuine, ours] = DIFFERENT[sort].map(shapeOf);
    return [...differencesOf(genuine, ours, sort)].length === 0;
  });
}

function shapeOf(inner) {
  const shape = new Shape();
  const xml = `<answer xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${inner}</answer>`;
  shape.add(parseXml(xml).documentElement, 'answer');
  return shape;
}
