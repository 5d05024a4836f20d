import { damaged } from './refusal.ts';
import { parseXml, type XmlElement } from './xml.ts';
import { attribute, childrenOf } from './xml-walk.ts';
import type { ZipParts } from './zip.ts';

/** A relation of one part to another of the same package; relations to the outside are never followed. */
export type Relation = { readonly type: string; readonly target: string; readonly external: boolean };

/** The relations of a part, by id; targets are names inside the package. */
export function relationsOf(zip: ZipParts, part: string): Map<string, Relation> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const name = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const relations = new Map<string, Relation>();
  const root = xmlPart(zip, name);
  for (const relation of childrenOf(root, 'rel:Relationship')) {
    const external = attribute(relation, 'TargetMode') === 'External';
    const target = attribute(relation, 'Target') ?? '';
    relations.set(attribute(relation, 'Id') ?? '', {
      type: (attribute(relation, 'Type') ?? '').replace(/^.*\//, ''),
      target: external ? target : insidePath(folder, target),
      external,
    });
  }
  return relations;
}

/** The main part of a package (word/document.xml, xl/workbook.xml), as its relations name it. */
export function mainPart(zip: ZipParts, usual: string): string {
  for (const relation of relationsOf(zip, '').values()) {
    if (relation.type === 'officeDocument' && zip.has(relation.target)) return relation.target;
  }
  if (zip.has(usual)) return usual;
  throw damaged(usual);
}

export function xmlPart(zip: ZipParts, name: string): XmlElement | undefined {
  const bytes = zip.bytes(name);
  return bytes && parseXml(bytes, name);
}

export function relatedPart(zip: ZipParts, relations: ReadonlyMap<string, Relation>, type: string): string | undefined {
  for (const relation of relations.values()) {
    if (relation.type === type && !relation.external && zip.has(relation.target)) return relation.target;
  }
  return undefined;
}

function insidePath(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
