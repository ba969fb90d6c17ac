import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { UploadShape } from '../../../../src/server/index.ts'
import { api } from '../../../api.ts'

export type Reading = Extract<UploadShape['state'], { readonly is: 'read' }>
export type Mapping = Reading['mapping']

/** In bytes; the server takes at most twice as many at once. */
const piece = 4 * 1024 ** 2

export interface Sending {
  readonly file: string
  readonly share: number
}

/** Hands all files in, piece by piece, and asks for their reading. */
export async function handIn(
  id: string,
  files: readonly File[],
  sending: (now: Sending) => void,
  signal: AbortSignal,
): Promise<UploadShape> {
  for (const file of files) {
    for (let at = 0; at < file.size || at === 0; at += piece) {
      sending({ file: file.name, share: file.size === 0 ? 0 : at / file.size })
      await api.handIn(id, file.name, at, file.slice(at, at + piece), signal)
    }
  }
  return api.readUpload(id, null)
}

/** One upload from its first file to the end: null before that. */
export function useUpload() {
  const client = useQueryClient()
  const [id, setId] = useState<string | null>(null)
  const [sending, setSending] = useState<Sending | null>(null)
  const key = ['upload', id]
  const seen = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.upload(id ?? '', signal),
    enabled: id !== null && sending === null,
    refetchInterval: ({ state: { data } }) => (data?.state.is === 'busy' ? 250 : false),
    staleTime: 0,
  })
  const keep = (upload: UploadShape) => client.setQueryData(['upload', upload.id], upload)
  const send = useMutation({
    mutationFn: async (files: readonly File[]) => {
      const begun = await api.beginUpload()
      setSending({ file: files[0]?.name ?? '', share: 0 })
      setId(begun.id)
      return handIn(begun.id, files, setSending, new AbortController().signal)
    },
    onSuccess: keep,
    onSettled: () => setSending(null),
  })
  const choose = useMutation({
    mutationFn: (mapping: Mapping) => api.readUpload(id ?? '', mapping),
    // One after the other: the last choice counts.
    scope: { id: 'reading' },
    onSuccess: keep,
  })
  const load = useMutation({ mutationFn: () => api.loadUpload(id ?? ''), onSuccess: keep })
  const state = useReadingKept(seen.data?.state ?? null, load.isIdle)
  useEffect(() => {
    if (state?.is === 'loaded') void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'upload' })
  }, [state, client])
  const letGo = () => {
    if (id !== null && state?.is !== 'loaded') void api.dropUpload(id).catch(() => {})
    setId(null)
    for (const step of [send, choose, load]) step.reset()
  }
  const error = send.error ?? choose.error ?? load.error ?? seen.error
  return { state: id === null ? null : state, sending, error, send, choose, load, letGo }
}

type State = UploadShape['state']

/** While files are read anew the last reading stays, so that the focus does too. */
function useReadingKept(state: State | null, keeps: boolean): State | null {
  const last = useRef<State | null>(null)
  if (state?.is === 'read' || state === null) last.current = state
  return state?.is === 'busy' && keeps ? (last.current ?? state) : state
}
