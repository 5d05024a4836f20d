import { Button, Group, Text, TextInput } from '@mantine/core';
import { authorityCodeAnswer, type Organization, organization } from '@nastavnik/contracts/settings';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ask } from '../../lib/api/api.ts';
import { useMay } from '../../lib/session.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { CopyField } from '../../ui/copy-field.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { organizationQuery } from './settings.api.ts';
import { useSettingsTexts } from './settings-texts.ts';

/** The tie between a school and the authority that agrees its roadmap: a code given by the one, entered by the other. */
export function AuthoritySection({ organization: card }: { organization: Organization }) {
  const givesCode = useMay('seeAgreements');
  if (givesCode) return <OwnCode />;
  const above = card.kind === 'municipality' || card.kind === 'region';
  return card.may.edit && !above ? <Tie organization={card} /> : null;
}

function OwnCode() {
  const say = useSettingsTexts();
  const { data, error } = useQuery({
    queryKey: ['authority-code'],
    queryFn: ({ signal }) => ask('GET', '/organization/authority-code', authorityCodeAnswer, { signal }),
  });
  return (
    <Section title={say('authority.ours')} lead={say('authority.oursHint')}>
      <RefusalMessage error={error} />
      {data && <CopyField label={say('authority.ours')} value={data.code} />}
    </Section>
  );
}

function Tie({ organization: card }: { organization: Organization }) {
  const say = useSettingsTexts();
  const client = useQueryClient();
  const [code, setCode] = useState('');
  const [leaving, setLeaving] = useState(false);
  const keep = (saved: Organization) => client.setQueryData(organizationQuery.queryKey, saved);
  const join = useMutation({
    mutationFn: () => ask('POST', '/organization/authority', organization, { body: { code: code.trim() } }),
    onSuccess: keep,
  });
  const leave = useMutation({
    mutationFn: () => ask('DELETE', '/organization/authority', organization),
    onSuccess: keep,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    join.mutate();
  };
  return (
    <Section title={say('authority.title')}>
      {card.authority ? (
        <>
          <Text>{say('authority.linked', { name: card.authority.name })}</Text>
          <Button variant="default" w="fit-content" onClick={() => setLeaving(true)}>
            {say('authority.leave')}
          </Button>
          <ConfirmDialog
            opened={leaving}
            title={say('authority.leaveTitle', { name: card.authority.name })}
            action={say('authority.leave')}
            busy={leave.isPending}
            error={leave.error}
            onClose={() => setLeaving(false)}
            onConfirm={() => leave.mutate(undefined, { onSuccess: () => setLeaving(false) })}
          >
            {say('authority.leaveText', { name: card.authority.name })}
          </ConfirmDialog>
        </>
      ) : (
        <form onSubmit={submit}>
          <Text mb="sm">{say('authority.none')}</Text>
          <Group align="flex-end" gap="xs">
            <TextInput
              label={say('authority.code')}
              required
              value={code}
              onChange={(event) => setCode(event.currentTarget.value)}
            />
            <Button type="submit" variant="default" loading={join.isPending}>
              {say('authority.join')}
            </Button>
          </Group>
        </form>
      )}
      <RefusalMessage error={join.error} />
    </Section>
  );
}
