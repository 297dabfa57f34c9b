/** What s3Storage takes of the SDK. Loaded at its first call, and bundled apart from the host (docs/decisions/0014). */
export {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
