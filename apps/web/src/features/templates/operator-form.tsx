import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { type Operator, type OperatorBody, useSaveOperator } from './templates.api.ts';
import { useTemplatesTexts } from './templates-texts.ts';

/** RULE-04: how a consent names the school. Without address, ИНН and ОГРН none is issued. */
export function OperatorForm({ operator }: { operator: Operator }) {
  const say = useTemplatesTexts();
  const { fullName, lacks, may, ...known } = operator;
  const [values, setValues] = useState<OperatorBody>(known);
  const save = useSaveOperator();
  const readOnly = !may.edit;
  const text = (field: 'address' | 'inn' | 'ogrn', wrong?: string) => ({
    label: say(`operator.${field}`),
    readOnly,
    value: values[field] ?? '',
    error: wrong,
    onChange: (event: { currentTarget: { value: string } }) =>
      setValues({ ...values, [field]: event.currentTarget.value === '' ? null : event.currentTarget.value }),
  });
  const innWrong = values.inn !== null && !/^\d{10}(\d{2})?$/.test(values.inn) ? say('operator.innWrong') : undefined;
  const ogrnWrong =
    values.ogrn !== null && !/^\d{13}(\d{2})?$/.test(values.ogrn) ? say('operator.ogrnWrong') : undefined;
  return (
    <Section title={say('operator.title')} lead={say('operator.lead')}>
      {lacks.length > 0 ? (
        <Group gap="xs">
          <StateBadge tone="late">
            {say('operator.lacks', { what: lacks.map((field) => say(`operator.${field}`)).join(', ') })}
          </StateBadge>
        </Group>
      ) : (
        <div>
          <StateBadge tone="done">{say('operator.complete')}</StateBadge>
        </div>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(values, { onSuccess: () => toldAbout(say('operator.saved')) });
        }}
      >
        <Stack gap="md">
          <Text>
            {say('operator.fullName')}: {fullName}
          </Text>
          <TextInput {...text('address')} maxLength={500} />
          <Group gap="md" align="flex-start">
            <TextInput {...text('inn', innWrong)} inputMode="numeric" maxLength={12} />
            <TextInput {...text('ogrn', ogrnWrong)} inputMode="numeric" maxLength={15} />
          </Group>
          <Checkbox
            label={say('operator.accountSigning')}
            description={say('operator.accountHint')}
            disabled={readOnly}
            checked={values.accountSigning}
            onChange={(event) => setValues({ ...values, accountSigning: event.currentTarget.checked })}
          />
          <RefusalMessage error={save.error} />
          {may.edit && (
            <Button
              type="submit"
              w="fit-content"
              loading={save.isPending}
              disabled={Boolean(innWrong) || Boolean(ogrnWrong)}
            >
              {say('operator.save')}
            </Button>
          )}
        </Stack>
      </form>
    </Section>
  );
}
