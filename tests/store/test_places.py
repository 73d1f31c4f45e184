from pathlib import Path

import pytest

from carfacilitator.store import places
from carfacilitator.store.places import Surroundings, UnsafePlaceError

HOME = Path("/home/isla")
HERE = Surroundings(HOME)


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("/home/isla/Dropbox/Work.car", "Dropbox"),
        ("/home/isla/Dropbox (University)/x/Work.car", "Dropbox"),
        ("/home/isla/OneDrive - University of Strathmorran/Work.car", "OneDrive"),
        ("/home/isla/Google Drive/Work.car", "Google Drive"),
        ("/Volumes/GoogleDrive-isla@example.org/My Drive/Work.car", "Google Drive"),
        ("/home/isla/Library/Mobile Documents/com~apple~CloudDocs/Work.car", "iCloud Drive"),
        ("/home/isla/Library/CloudStorage/Other-Thing/Work.car", "a cloud service"),
        ("/home/isla/Box/Work.car", "Box"),
        ("/home/isla/Nextcloud/Work.car", "Nextcloud"),
        ("/home/isla/MEGA/Work.car", "MEGA"),
        ("/home/isla/pCloudDrive/Work.car", "pCloud"),
        ("/home/isla/Sync/Work.car", "Syncthing"),
    ],
)
def test_a_folder_that_a_service_keeps_in_step_is_refused_by_its_name(folder: str, service: str) -> None:
    with pytest.raises(UnsafePlaceError, match="backups may well go there") as error:
        places.refuse_unsafe(Path(folder), HERE)
    assert error.value.service == service
    assert service in str(error.value)


@pytest.mark.parametrize(
    "folder",
    [
        "/home/isla/Documents/Work.car",
        "/home/isla/papers/box/Work.car",
        "/home/isla/Dropbox.car",
        "/mnt/stick/Work.car",
    ],
)
def test_a_folder_of_this_computer_is_taken(folder: str) -> None:
    places.refuse_unsafe(Path(folder), HERE)


def test_a_mark_that_a_service_left_is_enough(tmp_path: Path) -> None:
    (tmp_path / "papers" / ".stfolder").mkdir(parents=True)
    with pytest.raises(UnsafePlaceError, match="Syncthing"):
        places.refuse_unsafe(tmp_path / "papers" / "deep" / "Work.car", HERE)


def test_where_onedrive_says_it_is_it_is(tmp_path: Path) -> None:
    around = Surroundings(HOME, {"OneDriveCommercial": str(tmp_path)})
    with pytest.raises(UnsafePlaceError, match="OneDrive"):
        places.refuse_unsafe(tmp_path / "Work.car", around)


def test_a_way_round_by_a_link_is_seen_through(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "papers").symlink_to(tmp_path / "Dropbox")
    with pytest.raises(UnsafePlaceError, match="Dropbox"):
        places.refuse_unsafe(tmp_path / "papers" / "Work.car", HERE)


TOLD = """/dev/sda1 / ext4 rw 0 0
//server/share /mnt/team\\040share cifs rw 0 0
server:/home /srv/nfs nfs4 rw 0 0
isla@server: /srv/ssh fuse.sshfs rw 0 0
/dev/sdb1 /media/stick fuseblk rw 0 0
plain /home/isla/private fuse.gocryptfs rw 0 0
"""


@pytest.mark.parametrize("folder", ["/mnt/team share/Work.car", "/srv/nfs/a/b/Work.car", "/srv/ssh/Work.car"])
def test_a_network_drive_is_refused(folder: str) -> None:
    around = Surroundings(HOME, {}, places.read_mounts(TOLD))
    with pytest.raises(UnsafePlaceError, match="network drive"):
        places.refuse_unsafe(Path(folder), around)


@pytest.mark.parametrize("folder", ["/media/stick/Work.car", "/home/isla/private/Work.car", "/mnt/Work.car"])
def test_a_stick_and_an_encrypted_folder_are_no_network(folder: str) -> None:
    places.refuse_unsafe(Path(folder), Surroundings(HOME, {}, places.read_mounts(TOLD)))


def test_this_computer_says_where_its_drives_are() -> None:
    assert places.here().home == Path.home()
