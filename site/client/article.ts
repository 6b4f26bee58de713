// In one file: a request costs more than the bytes of a part that is not there.
import './article-view.ts'
import './contents.ts'
import './copy.ts'
import './zoom.ts'
import './videos.ts'
import './feedback.ts'
