const MEGABYTE = 1 << 20

/** What a conversation carries: kinds by their bytes, and how large one may be (the caps of kf, so that a reply can go there too). */
export const mediaLimits = {
  image: { most: 10 * MEGABYTE, types: /^image\/(jpeg|png|gif|webp)$/ },
  voice: { most: 2 * MEGABYTE, types: /^(audio\/|video\/(mp4|webm)|application\/ogg)/ },
  video: { most: 10 * MEGABYTE, types: /^video\/(mp4|webm|quicktime)$/ },
  file: {
    most: 20 * MEGABYTE,
    types:
      /^(application\/(pdf|zip|x-cfb|msword|vnd\.(openxmlformats-officedocument|ms-)[\w.-]+)|text\/(plain|csv)|image\/|audio\/|video\/)/,
  },
} as const
export type MediaKind = keyof typeof mediaLimits
