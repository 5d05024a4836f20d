import { Button, Group, List, NativeSelect, SegmentedControl, Stack, Text } from '@mantine/core';
import { isRefusalCode } from '@nastavnik/contracts/refusals';
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useRefusalTexts } from '../../lib/refusals/refusals.ts';
import { classesQuery, giveCodes, pupilsQuery } from '../../lib/school/school.api.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconKey, IconPrint } from '../../ui/icons.ts';
import { TextLink } from '../../ui/links.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { PeopleTabs } from '../../ui/people-tabs.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { useCodesTexts } from './codes-texts.ts';
import { type Receiver, ReceiverChoice } from './receiver-choice.tsx';
import { SlipSheet } from './slip-sheet.tsx';

const WHOM = ['both', 'pupils', 'parents'] as const;

/** Codes for people without mail: choose the class and the people, print the sheet, cut it. The codes are shown once. */
export function CodesPage() {
  const say = useCodesTexts();
  const refusal = useRefusalTexts();
  const navigate = useNavigate({ from: '/people/codes' });
  const { class: wanted } = useSearch({ from: '/inside/people/codes' });
  const [whom, setWhom] = useState<(typeof WHOM)[number]>('both');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const classes = useQuery(classesQuery());
  const seen = classes.data?.classes.filter(({ may }) => may.seePupils) ?? [];
  const chosen = seen.find(({ id }) => id === wanted) ?? seen.find(({ own }) => own) ?? seen[0];
  const pupils = useInfiniteQuery({
    ...pupilsQuery(chosen ? { classId: chosen.id } : {}),
    enabled: chosen !== undefined,
  });
  const give = useMutation({ mutationFn: giveCodes });
  const receivers = receiversOf(pupils.data?.pages.flatMap((page) => page.pupils) ?? [], whom);
  const ids = receivers.map(({ id }) => id).filter((id) => !left.has(id));
  const error = classes.error ?? pupils.error;
  const again = () => {
    give.reset();
    setLeft(new Set());
  };
  return (
    <Page
      title={say('title')}
      lead={give.data ? undefined : say('lead')}
      actions={
        give.data ? (
          <>
            <Button variant="default" onClick={again}>
              {say('again')}
            </Button>
            <Button leftSection={<IconPrint size={18} aria-hidden />} onClick={() => globalThis.print()}>
              {say('print')}
            </Button>
          </>
        ) : null
      }
    >
      <div className="no-print">
        <PeopleTabs />
      </div>
      {error && <RefusalMessage error={error} again={() => void (classes.refetch(), pupils.refetch())} />}
      {!classes.data && !error && <Loading />}
      {classes.data && !chosen && !error && (
        <EmptyState icon={IconKey} title={say('empty.title')}>
          {say('empty.text')}
        </EmptyState>
      )}
      {give.data && (
        <>
          <Text fw={600} className="no-print" component="output">
            {say('once')}
          </Text>
          {give.data.refused.length > 0 && (
            <div role="status" className="no-print">
              <Text fw={600}>{say('refused')}</Text>
              <List>
                {give.data.refused.map((each) => (
                  <List.Item key={each.personId}>
                    {each.name}: {isRefusalCode(each.code) ? refusal(each.code) : each.code}
                  </List.Item>
                ))}
              </List>
            </div>
          )}
          <SlipSheet codes={give.data.codes} receivers={receivers} />
        </>
      )}
      {chosen && !give.data && (
        <Stack gap="md">
          <Group align="flex-end" gap="md">
            {seen.length > 1 && (
              <NativeSelect
                label={say('class')}
                value={chosen.id}
                data={seen.map((one) => ({ value: one.id, label: one.name }))}
                onChange={(event) => {
                  setLeft(new Set());
                  void navigate({ search: { class: event.currentTarget.value }, replace: true });
                }}
              />
            )}
            {seen.length === 1 && <Text fw={600}>{say('ofClass', { name: chosen.name })}</Text>}
            <SegmentedControl
              aria-label={say('whom')}
              data={WHOM.map((value) => ({ value, label: say(`whom.${value}`) }))}
              value={whom}
              onChange={(value) => setWhom(WHOM.find((each) => each === value) ?? 'both')}
            />
          </Group>
          {!pupils.data && !error && <Loading lines={4} />}
          {pupils.data && <ReceiverChoice receivers={receivers} left={left} onChange={setLeft} />}
          {pupils.data && receivers.length === 0 && (
            <Text>
              {say('nobody')} <TextLink to="/people/pupils">{say('toPupils')}</TextLink>
            </Text>
          )}
          <Text size="sm" c="dimmed" className="measure">
            {say('oldStop')}
          </Text>
          <RefusalMessage error={give.error} />
          <Button
            w="fit-content"
            leftSection={<IconKey size={18} aria-hidden />}
            disabled={ids.length === 0}
            loading={give.isPending}
            onClick={() => give.mutate(ids)}
          >
            {say('give', { count: ids.length })}
          </Button>
        </Stack>
      )}
    </Page>
  );
}

type Pupil = {
  readonly id: string;
  readonly name: string;
  readonly family?: { readonly id: string; readonly name: string }[] | undefined;
};

/** Pupils and behind each the parents; a parent of two children of the class stands once, with both. */
function receiversOf(pupils: readonly Pupil[], whom: (typeof WHOM)[number]): Receiver[] {
  const found = new Map<string, Receiver>();
  for (const pupil of pupils) {
    if (whom !== 'parents') found.set(pupil.id, { id: pupil.id, name: pupil.name, children: [] });
    if (whom === 'pupils') continue;
    for (const { id, name } of pupil.family ?? []) {
      found.set(id, { id, name, children: [...(found.get(id)?.children ?? []), pupil.name] });
    }
  }
  return [...found.values()];
}
