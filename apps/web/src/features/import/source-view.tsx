import { VisuallyHidden } from '@mantine/core';
import type { SourceBlock, SourceDocument, SourcePlace, SourceTable } from '@nastavnik/domain/source/source-document';
import { memo } from 'react';
import { useImportTexts } from './import-texts.ts';
import { placeKey } from './places.ts';
import classes from './source-view.module.css';
import { useOneTabStop } from './use-one-tab-stop.ts';

type SourceViewProps = {
  source: SourceDocument;
  lit: string | undefined;
  /** What of the plan the lit place was read as, in words for those who do not see it light up. */
  told: string | undefined;
  onPick: (place: SourcePlace) => void;
};

/** The document as it looks, each paragraph and row a place that can be picked with the mouse or the keyboard. */
export const SourceView = memo(function SourceView({ source, lit, told, onPick }: SourceViewProps) {
  const say = useImportTexts();
  const stop = useOneTabStop<HTMLDivElement>(lit);
  if (source.blocks.length === 0) return <p>{say('source.empty')}</p>;
  return (
    // The keys and the focus are those of the places inside it.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={classes['paper']} lang="ru" ref={stop.ref} onKeyDown={stop.onKeyDown} onFocus={stop.onFocus}>
      <VisuallyHidden component="output">{told}</VisuallyHidden>
      {source.blocks.map((block, index) => (
        <Block key={index} block={block} index={index} lit={lit} onPick={onPick} />
      ))}
    </div>
  );
});

type BlockProps = { block: SourceBlock; index: number; lit: string | undefined; onPick: (place: SourcePlace) => void };

const Block = memo(
  function Block({ block, index, lit, onPick }: BlockProps) {
    const say = useImportTexts();
    if (block.kind === 'table') return <Table table={block} index={index} lit={lit} onPick={onPick} />;
    if (!block.text.trim() && !block.marker) return <div className={classes['gap']} />;
    const key = placeKey({ block: index });
    return (
      <PickButton place={{ block: index }} lit={lit === key} onPick={onPick}>
        <span
          className={classes['paragraph']}
          data-heading={block.heading !== undefined}
          data-bold={block.bold ?? false}
          data-centered={block.centered ?? false}
        >
          {block.aside && <em className={classes['aside']}>{say(`source.aside.${block.aside}`)}: </em>}
          {block.marker && `${block.marker} `}
          {block.text.includes('\t') ? <Cells text={block.text} /> : block.text}
        </span>
      </PickButton>
    );
  },
  (before, after) =>
    before.block === after.block &&
    before.onPick === after.onPick &&
    touches(before) === touches(after) &&
    !(touches(after) && before.lit !== after.lit),
);

/** A line of a text file whose tabs part it into cells. */
function Cells({ text }: { text: string }) {
  return (
    <span className={classes['cells']}>
      {text.split('\t').map((cell, index) => (
        <span key={index}>{cell}</span>
      ))}
    </span>
  );
}

function touches({ lit, index }: BlockProps): boolean {
  return lit !== undefined && lit.split(':')[0] === String(index);
}

/** Words of a row that are read out before it is picked. */
const ROW_WORDS = 120;

type RowButtonProps = { place: SourcePlace & { row: number }; row: SourceTable['rows'][number] } & Pick<
  PickProps,
  'lit' | 'onPick'
>;

/** Takes no room: seen is the row around it, which shows the focus. */
function RowButton({ place, row, lit, onPick }: RowButtonProps) {
  const say = useImportTexts();
  const words = row.cells
    .map((cell) =>
      cell.lines
        .map((line) => line.text)
        .join(' ')
        .trim(),
    )
    .filter((text) => text !== '')
    .join(' · ');
  return (
    <button
      type="button"
      className={classes['rowPick']}
      data-place-button={placeKey(place)}
      aria-current={lit ? 'location' : undefined}
      aria-label={say('source.row', { number: place.row + 1, words: words.slice(0, ROW_WORDS) })}
      tabIndex={-1}
      onClick={(event) => {
        event.stopPropagation();
        onPick(place);
      }}
    />
  );
}

function Table({ table, index, lit, onPick }: { table: SourceTable } & Omit<BlockProps, 'block'>) {
  return (
    <div className={classes['tableFrame']}>
      <table className={classes['table']}>
        <tbody>
          {table.rows.map((row, number) => {
            const place = { block: index, row: number };
            const key = placeKey(place);
            return (
              // The first cell holds a button for the keyboard; a click anywhere in the row is the mouse's shortcut.
              // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
              <tr key={key} data-place={key} data-lit={lit === key} onClick={() => onPick(place)}>
                {row.cells.map((cell, at) => (
                  <td key={at} colSpan={cell.columnSpan} rowSpan={cell.rowSpan}>
                    {at === 0 && <RowButton place={place} row={row} lit={lit === key} onPick={onPick} />}
                    {cell.lines.map((line, lineNumber) => (
                      <div key={lineNumber} data-bold={line.bold ?? false}>
                        {line.marker && `${line.marker} `}
                        {line.text}
                      </div>
                    ))}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

type PickProps = { place: SourcePlace; lit: boolean; onPick: (place: SourcePlace) => void; children: React.ReactNode };

function PickButton({ place, lit, onPick, children }: PickProps) {
  return (
    <button
      type="button"
      className={classes['pick']}
      data-place={placeKey(place)}
      data-place-button={placeKey(place)}
      data-lit={lit}
      aria-current={lit ? 'location' : undefined}
      tabIndex={-1}
      onClick={() => onPick(place)}
    >
      {children}
    </button>
  );
}
