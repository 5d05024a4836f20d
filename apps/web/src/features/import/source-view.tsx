import type { SourceBlock, SourceDocument, SourcePlace, SourceTable } from '@nastavnik/domain/source/source-document';
import { memo } from 'react';
import { useImportTexts } from './import-texts.ts';
import { placeKey } from './places.ts';
import classes from './source-view.module.css';

type SourceViewProps = {
  source: SourceDocument;
  lit: string | undefined;
  onPick: (place: SourcePlace) => void;
};

/** The document as it looks, each paragraph and row a place that can be picked with the mouse or the keyboard. */
export const SourceView = memo(function SourceView({ source, lit, onPick }: SourceViewProps) {
  const say = useImportTexts();
  if (source.blocks.length === 0) return <p>{say('source.empty')}</p>;
  return (
    <div className={classes['paper']} lang="ru">
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
      <Pick place={{ block: index }} lit={lit === key} onPick={onPick}>
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
      </Pick>
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

function Pick({ place, lit, onPick, children }: PickProps) {
  return (
    <button
      type="button"
      className={classes['pick']}
      data-place={placeKey(place)}
      data-lit={lit}
      onClick={() => onPick(place)}
    >
      {children}
    </button>
  );
}
