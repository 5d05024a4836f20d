/** What the square code of our papers holds: a mark of the programme and the id, and nothing about anybody (RULE-40). */
const PREFIX = 'NST1:';
const ID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const SHAPE = new RegExp(`^${PREFIX}(${ID})$`, 'i');

/** `NST1:<uuid>` for a document with this id; throws a RangeError for an id that is no UUID. */
export function documentMark(id: string): string {
  if (!new RegExp(`^${ID}$`, 'i').test(id)) throw new RangeError('the id of a document is a UUID');
  return `${PREFIX}${id.toLowerCase()}`;
}

/** The id that a code holds, in small letters; undefined where the code is not one of ours. */
export function readDocumentMark(text: string): string | undefined {
  return SHAPE.exec(text.trim())?.[1]?.toLowerCase();
}
