import { Button, Group, List, Menu, NativeSelect, Stack, Text } from '@mantine/core';
import { can } from '@nastavnik/domain/access/can';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { download } from '../../lib/api/download.ts';
import { usePeopleWords } from '../../lib/people-words/people-words.ts';
import { useSession } from '../../lib/session.ts';
import { IconBell, IconDown, IconPrint } from '../../ui/icons.ts';
import { TextLink } from '../../ui/links.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { formsQuery, type Issue, type Issued, type Sheet, useIssue, useRemind } from './consents.api.ts';
import { useConsentsTexts } from './consents-texts.ts';
import { PrintDialog } from './print-dialog.tsx';
import { useSkippedWords } from './skipped-words.ts';

const WAITING = ['issued', 'printed', 'oneOfTwo'];

type SheetActionsProps = {
  sheet: Sheet;
  /** Of a class, not of employees and others: which forms are theirs. */
  ofPupils: boolean;
  chosen: ReadonlySet<string>;
  onChosen: (chosen: ReadonlySet<string>) => void;
};

/** What is done for all who are ticked; without ticks for everybody on the sheet. */
export function SheetActions({ sheet, ofPupils, chosen, onChosen }: SheetActionsProps) {
  const say = useConsentsTexts();
  const words = usePeopleWords();
  const issue = useIssue();
  const remind = useRemind();
  const [printing, setPrinting] = useState(false);
  const rows = chosen.size > 0 ? sheet.rows.filter(({ person }) => chosen.has(person.id)) : sheet.rows;
  const personIds = rows.map(({ person }) => person.id);
  const waiting = rows.flatMap(({ cells }) =>
    cells.flatMap(({ consentId, state }) => (consentId && WAITING.includes(state) ? [consentId] : [])),
  );
  const ask = (body: Omit<Issue, 'personIds'>) =>
    issue.mutate(
      { personIds, ...body },
      {
        onSuccess: ({ issued }) => {
          if (issued.length > 0) toldAbout(say('issue.done', { count: issued.length }));
        },
      },
    );
  return (
    <Stack gap="xs">
      <Group gap="xs" role="group" aria-label={say('actions')} className="no-print">
        <Text fw={600} size="sm">
          {chosen.size > 0 ? say('chosen', { count: chosen.size }) : say('chosen.all')}
        </Text>
        {sheet.may.issue && (
          <Group gap={2} wrap="nowrap">
            <Button size="xs" loading={issue.isPending} onClick={() => ask({ kinds: [] })}>
              {say('ask')}
            </Button>
            <Menu>
              <Menu.Target>
                <Button size="xs" px={6} aria-label={say('ask.other')}>
                  <IconDown size={16} aria-hidden />
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                {sheet.kinds.map((kind) => (
                  <Menu.Item key={kind} onClick={() => ask({ kinds: [kind] })}>
                    {words(`kind.${kind}`)}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          </Group>
        )}
        {sheet.may.print && (
          <Button
            size="xs"
            variant="default"
            disabled={waiting.length === 0}
            leftSection={<IconPrint size={16} aria-hidden />}
            onClick={() => setPrinting(true)}
          >
            {waiting.length > 0 ? say('print.count', { count: waiting.length }) : say('print')}
          </Button>
        )}
        {sheet.may.remind && (
          <Button
            size="xs"
            variant="default"
            disabled={waiting.length === 0}
            loading={remind.isPending}
            leftSection={<IconBell size={16} aria-hidden />}
            onClick={() => remind.mutate(waiting)}
          >
            {say('remind')}
          </Button>
        )}
        {chosen.size > 0 && (
          <Button size="xs" variant="subtle" onClick={() => onChosen(new Set())}>
            {say('chosen.clear')}
          </Button>
        )}
      </Group>
      <RefusalMessage error={issue.error ?? remind.error} />
      {issue.data && issue.data.skipped.length > 0 && (
        <Skipped
          issued={issue.data}
          ofPupils={ofPupils}
          onForm={(formId) => ask({ kinds: ['participation'], formId })}
          onHide={() => issue.reset()}
        />
      )}
      {remind.data && <Reminded reminded={remind.data} onHide={() => remind.reset()} />}
      {printing && <PrintDialog consentIds={waiting} onClose={() => setPrinting(false)} />}
    </Stack>
  );
}

/** Codes that are no trouble: the paper is there already. */
const QUIET = ['consent.already-valid', 'consent.already-issued'];
const IN_CARD = [
  'signers.birth-date-missing',
  'signers.not-born-yet',
  'consent.signers-missing',
  'consent.representative-unverified',
  'signers.emancipation-without-document',
];

type SkippedProps = { issued: Issued; ofPupils: boolean; onForm: (formId: string) => void; onHide: () => void };

function Skipped({ issued, ofPupils, onForm, onHide }: SkippedProps) {
  const say = useConsentsTexts();
  const words = usePeopleWords();
  const why = useSkippedWords();
  const mayMend = can({ roles: useSession().active?.roles ?? [] }, 'templates.edit');
  const told = issued.skipped.filter(({ code }) => !QUIET.includes(code));
  const quiet = issued.skipped.length - told.length;
  const codes = [...new Set(told.map(({ code }) => code))];
  const byCode = codes.map((code) => [code, told.filter((each) => each.code === code)] as const);
  return (
    <Stack gap="xs" role="status">
      {quiet > 0 && <Text size="sm">{say('skipped.already', { count: quiet })}</Text>}
      {byCode.map(([code, people]) => (
        <div key={code}>
          <Text size="sm" fw={600}>
            {say('skipped.why', { why: why(code) })}
          </Text>
          <List size="sm">
            {people.map(({ personId, name, kind }) => (
              <List.Item key={`${personId} ${kind ?? ''}`}>
                {name}
                {kind ? `: ${words(`kind.${kind}`)}` : ''}
                {IN_CARD.includes(code) && (
                  <>
                    {'. '}
                    <TextLink to="/people/pupils" search={{ pupil: personId }}>
                      {say('skipped.card')}
                    </TextLink>
                  </>
                )}
              </List.Item>
            ))}
          </List>
          {mayMend &&
            [...new Set(people.flatMap(({ templateId }) => templateId ?? []))].map((templateId) => (
              <TextLink key={templateId} to="/settings/consents/$templateId" params={{ templateId }} size="sm">
                {say('skipped.template')}
              </TextLink>
            ))}
          {code === 'consent.form-missing' && <ChooseForm ofPupils={ofPupils} onForm={onForm} />}
        </div>
      ))}
      <Button size="xs" variant="subtle" w="fit-content" onClick={onHide}>
        {say('skipped.hide')}
      </Button>
    </Stack>
  );
}

type Sides = Record<'mentor' | 'mentee', { standings: readonly string[] }>;

/** Has the form a place for pupils, or for anybody else? Who stands on which side is judged when it is sent. */
function isFor({ mentor, mentee }: Sides, ofPupils: boolean): boolean {
  return [...mentor.standings, ...mentee.standings].some((each) => (each === 'pupil') === ofPupils);
}

function ChooseForm({ ofPupils, onForm }: { ofPupils: boolean; onForm: (formId: string) => void }) {
  const say = useConsentsTexts();
  const { data } = useQuery(formsQuery);
  const [formId, setFormId] = useState('');
  const enabled = data?.forms.filter(({ enabled: on, definition }) => on && isFor(definition, ofPupils)) ?? [];
  if (data && enabled.length === 0) return <TextLink to="/settings/forms">{say('form.none')}</TextLink>;
  return (
    <Group gap="xs" align="flex-end" mt={4}>
      <NativeSelect
        label={say('form')}
        value={formId}
        data={[
          { value: '', label: say('form.choose') },
          ...enabled.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => setFormId(event.currentTarget.value)}
      />
      <Button disabled={formId === ''} onClick={() => onForm(formId)}>
        {say('form.ask')}
      </Button>
    </Group>
  );
}

function Reminded({ reminded, onHide }: { reminded: { noticed: string[]; onPaper: string[] }; onHide: () => void }) {
  const say = useConsentsTexts();
  const slips = useMutation({ mutationFn: () => download('/consents/slips', { consentIds: reminded.onPaper }) });
  return (
    <Stack gap={4} role="status">
      {reminded.noticed.length > 0 && (
        <Text size="sm">{say('remind.noticed', { count: reminded.noticed.length })}</Text>
      )}
      {reminded.onPaper.length > 0 && (
        <Group gap="xs">
          <Text size="sm">{say('remind.onPaper', { count: reminded.onPaper.length })}</Text>
          <Button
            size="xs"
            variant="default"
            loading={slips.isPending}
            leftSection={<IconPrint size={16} aria-hidden />}
            onClick={() => slips.mutate()}
          >
            {say('remind.slips')}
          </Button>
        </Group>
      )}
      <RefusalMessage error={slips.error} />
      <Button size="xs" variant="subtle" w="fit-content" onClick={onHide}>
        {say('skipped.hide')}
      </Button>
    </Stack>
  );
}
