import { ActionIcon, Menu } from '@mantine/core'
import { IconCheck, IconLanguage } from '@tabler/icons-react'
import { chooseLanguage, type Language, language, languages, useWords } from '../../words/index.ts'

/** Follows the browser until the reader chooses; the choice is remembered. */
export function LanguageSwitch() {
  const words = useWords()
  return (
    <Menu position="top-end" shadow="sm" width={180}>
      <Menu.Target>
        <ActionIcon aria-label={words('app.language.change')}>
          <IconLanguage size={16} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{words('app.language.label')}</Menu.Label>
        {(Object.entries(languages) as [Language, string][]).map(([key, name]) => (
          <Menu.Item
            key={key}
            lang={key}
            onClick={() => chooseLanguage(key)}
            rightSection={key === language && <IconCheck size={14} />}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
