import angry from 'lucide-static/icons/angry.svg?raw'
import annoyed from 'lucide-static/icons/annoyed.svg?raw'
import arrowLeft from 'lucide-static/icons/arrow-left.svg?raw'
import arrowRight from 'lucide-static/icons/arrow-right.svg?raw'
import bell from 'lucide-static/icons/bell.svg?raw'
import bookOpen from 'lucide-static/icons/book-open.svg?raw'
import bookmark from 'lucide-static/icons/bookmark.svg?raw'
import calendar from 'lucide-static/icons/calendar.svg?raw'
import chartColumn from 'lucide-static/icons/chart-column.svg?raw'
import check from 'lucide-static/icons/check.svg?raw'
import chevronDown from 'lucide-static/icons/chevron-down.svg?raw'
import chevronLeft from 'lucide-static/icons/chevron-left.svg?raw'
import chevronRight from 'lucide-static/icons/chevron-right.svg?raw'
import circleCheck from 'lucide-static/icons/circle-check.svg?raw'
import circleHelp from 'lucide-static/icons/circle-help.svg?raw'
import clipboardList from 'lucide-static/icons/clipboard-list.svg?raw'
import clock from 'lucide-static/icons/clock.svg?raw'
import download from 'lucide-static/icons/download.svg?raw'
import ellipsis from 'lucide-static/icons/ellipsis.svg?raw'
import eye from 'lucide-static/icons/eye.svg?raw'
import eyeOff from 'lucide-static/icons/eye-off.svg?raw'
import fileText from 'lucide-static/icons/file-text.svg?raw'
import frown from 'lucide-static/icons/frown.svg?raw'
import heartHandshake from 'lucide-static/icons/heart-handshake.svg?raw'
import history from 'lucide-static/icons/history.svg?raw'
import house from 'lucide-static/icons/house.svg?raw'
import inbox from 'lucide-static/icons/inbox.svg?raw'
import info from 'lucide-static/icons/info.svg?raw'
import keyRound from 'lucide-static/icons/key-round.svg?raw'
import landmark from 'lucide-static/icons/landmark.svg?raw'
import languages from 'lucide-static/icons/languages.svg?raw'
import laugh from 'lucide-static/icons/laugh.svg?raw'
import layoutDashboard from 'lucide-static/icons/layout-dashboard.svg?raw'
import link from 'lucide-static/icons/link.svg?raw'
import list from 'lucide-static/icons/list.svg?raw'
import lock from 'lucide-static/icons/lock.svg?raw'
import logOut from 'lucide-static/icons/log-out.svg?raw'
import mail from 'lucide-static/icons/mail.svg?raw'
import mapPin from 'lucide-static/icons/map-pin.svg?raw'
import meh from 'lucide-static/icons/meh.svg?raw'
import menu from 'lucide-static/icons/menu.svg?raw'
import messageCircle from 'lucide-static/icons/message-circle.svg?raw'
import network from 'lucide-static/icons/network.svg?raw'
import octagonAlert from 'lucide-static/icons/octagon-alert.svg?raw'
import paperclip from 'lucide-static/icons/paperclip.svg?raw'
import pencil from 'lucide-static/icons/pencil.svg?raw'
import phone from 'lucide-static/icons/phone.svg?raw'
import phoneMissed from 'lucide-static/icons/phone-missed.svg?raw'
import pill from 'lucide-static/icons/pill.svg?raw'
import plus from 'lucide-static/icons/plus.svg?raw'
import printer from 'lucide-static/icons/printer.svg?raw'
import quote from 'lucide-static/icons/quote.svg?raw'
import refreshCw from 'lucide-static/icons/refresh-cw.svg?raw'
import search from 'lucide-static/icons/search.svg?raw'
import settings from 'lucide-static/icons/settings.svg?raw'
import shield from 'lucide-static/icons/shield.svg?raw'
import siren from 'lucide-static/icons/siren.svg?raw'
import smile from 'lucide-static/icons/smile.svg?raw'
import star from 'lucide-static/icons/star.svg?raw'
import trash2 from 'lucide-static/icons/trash-2.svg?raw'
import triangleAlert from 'lucide-static/icons/triangle-alert.svg?raw'
import undo2 from 'lucide-static/icons/undo-2.svg?raw'
import upload from 'lucide-static/icons/upload.svg?raw'
import user from 'lucide-static/icons/user.svg?raw'
import userPlus from 'lucide-static/icons/user-plus.svg?raw'
import users from 'lucide-static/icons/users.svg?raw'
import video from 'lucide-static/icons/video.svg?raw'
import volume2 from 'lucide-static/icons/volume-2.svg?raw'
import x from 'lucide-static/icons/x.svg?raw'

/** The line icons in use, from lucide-static (ISC), inlined at build. One may be added in two lines. */
export const icons = {
  angry,
  annoyed,
  'arrow-left': arrowLeft,
  'arrow-right': arrowRight,
  bell,
  'book-open': bookOpen,
  bookmark,
  calendar,
  'chart-column': chartColumn,
  check,
  'chevron-down': chevronDown,
  'chevron-left': chevronLeft,
  'chevron-right': chevronRight,
  'circle-check': circleCheck,
  'circle-help': circleHelp,
  'clipboard-list': clipboardList,
  clock,
  download,
  ellipsis,
  eye,
  'eye-off': eyeOff,
  'file-text': fileText,
  frown,
  'heart-handshake': heartHandshake,
  history,
  house,
  inbox,
  info,
  'key-round': keyRound,
  landmark,
  languages,
  laugh,
  'layout-dashboard': layoutDashboard,
  link,
  list,
  lock,
  'log-out': logOut,
  mail,
  'map-pin': mapPin,
  meh,
  menu,
  'message-circle': messageCircle,
  network,
  'octagon-alert': octagonAlert,
  paperclip,
  pencil,
  phone,
  'phone-missed': phoneMissed,
  pill,
  plus,
  printer,
  quote,
  'refresh-cw': refreshCw,
  search,
  settings,
  shield,
  siren,
  smile,
  star,
  'trash-2': trash2,
  'triangle-alert': triangleAlert,
  'undo-2': undo2,
  upload,
  user,
  'user-plus': userPlus,
  users,
  video,
  'volume-2': volume2,
  x,
}

export type IconName = keyof typeof icons
