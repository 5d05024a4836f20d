import type { SourceBlock, SourceDocument, SourceParagraph } from '@nastavnik/domain/source/source-document';
import { cellLines } from './cell-lines.ts';
import { Notes } from './notes.ts';
import { odtStory } from './odt/odt-story.ts';
import { odtStyles } from './odt/odt-styles.ts';
import { xmlPart } from './office-package.ts';
import { damaged } from './refusal.ts';
import type { XmlElement } from './xml.ts';
import { child, childrenOf, isElement } from './xml-walk.ts';
import type { ZipParts } from './zip.ts';

/** Reads an OpenDocument text; scripts, objects and links to the outside are never touched. */
export function readOdt(zip: ZipParts): SourceDocument {
  const content = xmlPart(zip, 'content.xml');
  const body = child(child(content, 'office:body'), 'office:text');
  if (!body) throw damaged('content.xml');
  const styles = xmlPart(zip, 'styles.xml');
  const common = child(styles, 'office:styles');
  const notes = new Notes();
  if (zip.names.some((name) => name.startsWith('Basic/') || name.startsWith('Scripts/'))) notes.add('macros-ignored');

  const blocks = odtStory(odtStyles(common, child(content, 'office:automatic-styles')), notes)(body);
  const heads = odtStory(odtStyles(common, child(styles, 'office:automatic-styles')), notes);
  const pages = childrenOf(child(styles, 'office:master-styles'), 'style:master-page');
  return {
    format: 'odt',
    blocks: [...running(pages, 'header', heads), ...blocks, ...running(pages, 'footer', heads)],
    notes: notes.list,
  };
}

function running(
  pages: readonly XmlElement[],
  kind: 'header' | 'footer',
  read: (container: XmlElement) => SourceBlock[],
): SourceParagraph[] {
  const seen = new Set<string>();
  return pages
    .flatMap((page) => page.children.filter(isElement))
    .filter(({ name }) => name === `style:${kind}` || name === `style:${kind}-left` || name === `style:${kind}-first`)
    .flatMap((part) => cellLines(read(part)))
    .filter(({ text }) => text !== '' && !seen.has(text) && seen.add(text) !== undefined)
    .map(({ text }) => ({ kind: 'paragraph', text, aside: kind }));
}
