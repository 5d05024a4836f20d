import { NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { usePeopleWords } from '../../lib/people-words/people-words.ts';
import { personsQuery } from '../../lib/school/school.api.ts';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { undoable } from '../../ui/toast.tsx';
import { consentsOfPersonQuery } from './consents.api.ts';
import classes from './consents.module.css';
import { useConsentsTexts } from './consents-texts.ts';
import { type Batch, useAssign } from './scans.api.ts';

/** Pages whose code nobody could read, or which are not ours: seen small, and given a home by hand. */
export function HomelessPages({ batch }: { batch: Batch }) {
  const say = useConsentsTexts();
  const homeless = batch.pageList.filter(({ consentId }) => consentId === null);
  return (
    <Section title={say('homeless.title', { count: homeless.length })} lead={say('homeless.lead')}>
      <ul className={classes['pages']}>
        {homeless.map(({ page, code }) => (
          <li key={page} className={classes['page']}>
            <Text fw={600}>{say('homeless.page', { page })}</Text>
            <Text size="sm">{reason(say, code)}</Text>
            {code !== 'scan.other-school' && code !== 'scan.not-yours' && (
              <>
                <a href={`/api/v1/scan-batches/${batch.id}/pages/${page}`}>
                  <img
                    className={classes['preview']}
                    loading="lazy"
                    src={`/api/v1/scan-batches/${batch.id}/pages/${page}/picture`}
                    alt={say('homeless.picture', { page })}
                  />
                </a>
                {batch.may.assign && <Assign batch={batch} page={page} />}
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

const REASONS = [
  'scan.no-code',
  'scan.foreign-code',
  'scan.two-documents',
  'scan.other-school',
  'scan.not-yours',
  'scan.unreadable',
  'scan.unknown',
] as const;

function reason(say: ReturnType<typeof useConsentsTexts>, code: string | null): string {
  const known = REASONS.find((each) => each === code);
  return known ? say(known) : say('scan.no-code');
}

/** Whose page it is: one of the papers in the pile, or of a person found by name. */
function Assign({ batch, page }: { batch: Batch; page: number }) {
  const say = useConsentsTexts();
  const words = usePeopleWords();
  const assign = useAssign(batch.id);
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), 250);
  const [personId, setPersonId] = useState('');
  const people = useQuery(personsQuery(asked));
  const papers = useQuery({ ...consentsOfPersonQuery(personId), enabled: personId !== '' });
  const give = (consentId: string) =>
    consentId !== '' &&
    assign.mutate(
      { page, consentId },
      {
        onSuccess: () => undoable(say('homeless.done', { page }), () => assign.mutateAsync({ page, consentId: null })),
      },
    );
  const open = papers.data?.consents.filter(({ state }) => state === 'issued' || state === 'partiallySigned') ?? [];
  return (
    <Stack gap="xs">
      {batch.consents.length > 0 && (
        <NativeSelect
          label={say('homeless.inPile')}
          value=""
          data={[
            { value: '', label: say('homeless.choose') },
            ...batch.consents.map(({ consent }) => ({
              value: consent.id,
              label: `${consent.person.name}, ${words(`consentShort.${consent.kind}`)}`,
            })),
          ]}
          onChange={(event) => give(event.currentTarget.value)}
        />
      )}
      <TextInput
        label={say('homeless.whose')}
        placeholder={say('homeless.name')}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setPersonId('');
        }}
      />
      {people.data && personId === '' && asked.length >= 2 && (
        <NativeSelect
          aria-label={say('homeless.found')}
          value=""
          data={[
            { value: '', label: people.data.persons.length > 0 ? say('homeless.choose') : say('homeless.nobody') },
            ...people.data.persons.map(({ id, name, place }) => ({
              value: id,
              label: place ? `${name}, ${place}` : name,
            })),
          ]}
          onChange={(event) => setPersonId(event.currentTarget.value)}
        />
      )}
      {personId !== '' && papers.data && (
        <NativeSelect
          aria-label={say('homeless.paper')}
          value=""
          data={[
            { value: '', label: open.length > 0 ? say('homeless.choosePaper') : say('homeless.noPaper') },
            ...open.map(({ id, kind, number }) => ({ value: id, label: `${words(`kind.${kind}`)}, ${number}` })),
          ]}
          onChange={(event) => give(event.currentTarget.value)}
        />
      )}
      <RefusalMessage error={assign.error ?? papers.error} />
    </Stack>
  );
}
