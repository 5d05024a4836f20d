import { ActionIcon, Anchor, Text } from '@mantine/core';
import type { Occurrence, Roadmap } from '@nastavnik/contracts/roadmaps';
import { dayInFigures, momentInWords } from '../../../lib/dates/dates.ts';
import { useLanguage } from '../../../lib/texts.ts';
import { IconExternal, IconFile, IconNote, IconRemove } from '../../../ui/icons.ts';
import { toldRefusal, undoable } from '../../../ui/toast.tsx';
import { useItemCommand } from '../roadmap.api.ts';
import { useRoadmapTexts } from '../roadmap-texts.ts';
import classes from './item-panel.module.css';

type Proof = Occurrence['evidence'][number];
const ICONS = { file: IconFile, link: IconExternal, document: IconNote } as const;

/** What proves a term done: files, links, documents; each can be taken away and brought back while it is open. */
export function EvidenceList({ plan, occurrence }: { plan: Roadmap; occurrence: Occurrence }) {
  const say = useRoadmapTexts();
  const { mutateAsync: command } = useItemCommand(plan.id);
  if (occurrence.evidence.length === 0) return null;
  const remove = (proof: Proof) =>
    command({ path: `/evidence/${proof.id}/remove` })
      .then(() =>
        undoable(say('evidence.removed', { title: proof.title }), () =>
          command({ path: `/evidence/${proof.id}/restore` }),
        ),
      )
      .catch(toldRefusal);
  return (
    <ul className={classes['proofs']} aria-label={say('evidence.title')}>
      {occurrence.evidence.map((proof) => {
        const Icon = ICONS[proof.kind];
        return (
          <li key={proof.id} className={classes['proof']}>
            <Icon size={18} aria-hidden />
            <div className={classes['proofWords']}>
              <ProofName proof={proof} />
              <Added proof={proof} />
            </div>
            {occurrence.may.addEvidence && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={say('evidence.remove', { title: proof.title })}
                onClick={() => void remove(proof)}
              >
                <IconRemove size={18} aria-hidden />
              </ActionIcon>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function ProofName({ proof }: { proof: Proof }) {
  const say = useRoadmapTexts();
  const language = useLanguage();
  if (proof.kind === 'file' && proof.fileId) {
    return (
      <Anchor href={`/api/v1/files/${proof.fileId}`} target="_blank" rel="noopener">
        {proof.title}
      </Anchor>
    );
  }
  if (proof.kind === 'link' && proof.url) {
    return (
      <Anchor href={proof.url} target="_blank" rel="noopener noreferrer">
        {proof.title}
      </Anchor>
    );
  }
  return (
    <span>
      {say('evidence.document', {
        title: proof.title,
        number: proof.documentNumber ?? '',
        day: proof.documentDate ? dayInFigures(proof.documentDate, language) : '',
      })}
    </span>
  );
}

function Added({ proof }: { proof: Proof }) {
  const say = useRoadmapTexts();
  const language = useLanguage();
  return (
    <Text size="xs" c="dimmed">
      {say('evidence.added', { who: proof.addedBy, when: momentInWords(proof.addedAt, language) })}
    </Text>
  );
}
