import { Menu } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { chooseLanguage, type Language, language, languages } from '../../words/index.ts'

/** Follows the browser until the reader chooses; the choice is remembered. Each language is called as it calls itself. */
export const LanguageItems = () =>
  (Object.entries(languages) as [Language, string][]).map(([key, name]) => (
    <Menu.Item
      key={key}
      lang={key}
      onClick={() => chooseLanguage(key)}
      rightSection={key === language && <IconCheck size={14} />}
    >
      {name}
    </Menu.Item>
  ))
