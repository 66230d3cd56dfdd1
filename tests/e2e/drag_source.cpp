// SPDX-License-Identifier: GPL-3.0-or-later
// A window to drag files from, as a file manager's: what tests drop on the program comes from
// another process, over the real protocol of the display.
#include <QApplication>
#include <QDrag>
#include <QLabel>
#include <QMimeData>
#include <QMouseEvent>
#include <QUrl>

namespace {

class DragSource : public QLabel {
public:
    explicit DragSource(const QStringList& paths) : QLabel(paths.join(u'\n')) {
        setWindowTitle(QStringLiteral("drag source"));
        setAlignment(Qt::AlignCenter);
        for (const QString& path : paths) {
            urls_.push_back(QUrl::fromLocalFile(path));
        }
    }

protected:
    void mousePressEvent(QMouseEvent* event) override { pressed_ = event->position(); }
    void mouseMoveEvent(QMouseEvent* event) override {
        const bool far =
            (event->position() - pressed_).manhattanLength() >= QApplication::startDragDistance();
        if (!(event->buttons() & Qt::LeftButton) || !far) return;
        auto* data = new QMimeData;
        data->setUrls(urls_);
        auto* drag = new QDrag(this);
        drag->setMimeData(data);
        drag->exec(Qt::CopyAction);
    }

private:
    QList<QUrl> urls_;
    QPointF pressed_;
};

}  // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    DragSource source(QApplication::arguments().mid(1));
    source.show();
    return QApplication::exec();
}
