import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import type { RoadmapDraft } from '@nastavnik/domain/roadmap-reading/roadmap-draft';
import { useState } from 'react';
import { Section } from '../../ui/section.tsx';
import { placeUnrecognized } from './draft-edits.ts';
import { useImportTexts } from './import-texts.ts';
import { type DraftSpot, spotKey } from './places.ts';
import classes from './plan-view.module.css';
import type { DraftWork } from './use-draft.ts';

/** The key by which a piece of the tray is remembered as needless. */
export function needlessKey(piece: RoadmapDraft['unrecognized'][number]): string {
  return ['needless', piece.source.block, piece.source.row ?? '', piece.text].join('|');
}

type TrayProps = { work: DraftWork; lit: string | undefined; onLight: (spot: DraftSpot) => void };

/** What found no place: into the plan with it, or marked as needless. Nothing disappears by itself. */
export function Tray({ work, lit, onLight }: TrayProps) {
  const say = useImportTexts();
  const pieces = work.draft.unrecognized;
  return (
    <Section
      title={say('tray.title')}
      lead={pieces.length === 0 ? say('tray.empty') : say('tray.lead', { count: pieces.length })}
    >
      <Stack gap="xs">
        {pieces.map((piece, index) => (
          <Piece
            key={`${index}-${piece.text}`}
            draft={work.draft}
            piece={piece}
            id={spotKey({ kind: 'unrecognized', index })}
            lit={lit === spotKey({ kind: 'unrecognized', index })}
            needless={work.settled.includes(needlessKey(piece))}
            onShow={() => onLight({ kind: 'unrecognized', index })}
            onPlace={(to) => work.change((draft) => placeUnrecognized(draft, index, to))}
            onNeedless={(needless) => work.settle(needlessKey(piece), needless)}
          />
        ))}
      </Stack>
    </Section>
  );
}

type PieceProps = {
  draft: RoadmapDraft;
  piece: RoadmapDraft['unrecognized'][number];
  id: string;
  lit: boolean;
  needless: boolean;
  onShow: () => void;
  onPlace: (to: { stage: number; activity?: number }) => void;
  onNeedless: (needless: boolean) => void;
};

function Piece({ draft, piece, id, lit, needless, onShow, onPlace, onNeedless }: PieceProps) {
  const say = useImportTexts();
  const [to, setTo] = useState('0');
  const [stage = 0, activity] = to.split(':').map(Number);
  return (
    <div id={id} className={classes['activity']} data-lit={lit}>
      <Text td={needless ? 'line-through' : undefined}>{piece.text}</Text>
      <Group gap="xs" align="end" mt={4}>
        <NativeSelect
          aria-label={say('tray.to', { text: piece.text.slice(0, 40) })}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
          maw="100%"
          data={draft.stages.map((each, index) => ({
            group: `${each.number ?? index + 1}. ${each.title}`.slice(0, 60),
            items: [
              { value: String(index), label: say('tray.toStage', { stage: each.title.slice(0, 40) }) },
              ...each.activities.map((found, number) => ({
                value: `${index}:${number}`,
                label: say('tray.toActivity', { activity: found.title.slice(0, 50) }),
              })),
            ],
          }))}
        />
        <Button
          size="compact-sm"
          disabled={draft.stages.length === 0}
          onClick={() => onPlace(activity === undefined ? { stage } : { stage, activity })}
        >
          {say('tray.place')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => onNeedless(!needless)}>
          {needless ? say('tray.needed') : say('tray.needless')}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={onShow}>
          {say('tray.source')}
        </Button>
      </Group>
    </div>
  );
}
